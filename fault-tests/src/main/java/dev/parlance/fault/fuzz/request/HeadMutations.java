package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.fault.fuzz.request.ApiOperation.ApiParameter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Spoils the method, the path, the query or the headers.
final class HeadMutations {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "FOO", "get", "PROPFIND");
    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/json;charset=ISO-8859-1",
            "application/json; charset=none",
            "application/merge-patch+json",
            "audio/wav",
            "*/*",
            "////",
            "json",
            "");
    private static final List<String> ACCEPTS =
            List.of("text/html", "image/png", "*/*;q=0", "application/xml", "text/event-stream", "/", "a;b;c", "");
    private static final List<String> PATHS = List.of(
            "/",
            "/v1",
            "/v1/",
            "/v2/conversations",
            "//v1//conversations",
            "/v1/conversations/..%2f..%2fq%2fmetrics",
            "/v1/%2e%2e/%2e%2e/etc/passwd",
            "/v1/conversations/%00",
            "/v1/conversations/%c0%af",
            "/v1/conversations/%ed%a0%80",
            "/v1/conversations;a=b",
            "/v1/conversations/%25%32%65",
            "/v1/conversations?limit=1&limit=2",
            "/v1/conversations?=&=&&&",
            "/v1/conversations?limit",
            "/V1/CONVERSATIONS");
    /// What is no URI or no HTTP: refused before anything of the service is asked.
    private static final List<String> MALFORMED_PATHS = List.of(
            "/v1/conversations/%zz", "/v1/conversations/%", "/v1/conversations?limit=%g1", "/v1/a\u0001b", "v1", "*");
    private static final int MAX_TARGET_CHARACTERS = 4_000;
    private static final int LONG_HEADER_CHARACTERS = 30_000;

    static final List<Mutation> ALL = List.of(
            HeadMutations::changePathValue,
            HeadMutations::changePathValue,
            HeadMutations::changeQuery,
            HeadMutations::changeQuery,
            HeadMutations::changeHeaderParameter,
            HeadMutations::changeMethod,
            HeadMutations::changeContentType,
            HeadMutations::changeAccept,
            HeadMutations::changePath,
            HeadMutations::breakPath,
            HeadMutations::addHeader,
            HeadMutations::addLongHead);

    private HeadMutations() {}

    private static void changePathValue(RequestDraft draft, Random random) {
        List<String> names = List.copyOf(draft.pathValues().keySet());
        if (!names.isEmpty()) {
            draft.pathValues().put(HostileValues.pick(names, random), encode(HostileValues.shortText(random)));
        }
    }

    private static void changeQuery(RequestDraft draft, Random random) {
        List<ApiParameter> parameters = draft.operation().parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .toList();
        String name = parameters.isEmpty()
                ? HostileValues.pick(List.of("unexpected", "limit", ""), random)
                : HostileValues.pick(parameters, random).name();
        if (random.nextInt(3) > 0) {
            draft.query().removeIf(parameter -> parameter.getKey().equals(name)); // else it is there twice
        }
        draft.query().add(Map.entry(name, encode(HostileValues.shortText(random))));
    }

    private static void changeHeaderParameter(RequestDraft draft, Random random) {
        List<String> names = draft.operation().parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.HEADER)
                .map(ApiParameter::name)
                .toList();
        String name = names.isEmpty()
                ? HostileValues.pick(List.of("Idempotency-Key", "traceparent", "Range", "If-Match"), random)
                : HostileValues.pick(names, random);
        draft.setHeader(name, headerValue(HostileValues.shortText(random)));
    }

    private static void changeMethod(RequestDraft draft, Random random) {
        draft.setMethod(HostileValues.pick(METHODS, random));
    }

    private static void changeContentType(RequestDraft draft, Random random) {
        if (random.nextInt(4) == 0) {
            draft.removeHeader("Content-Type");
        } else {
            draft.setHeader("Content-Type", HostileValues.pick(CONTENT_TYPES, random));
        }
    }

    private static void changeAccept(RequestDraft draft, Random random) {
        draft.setHeader("Accept", HostileValues.pick(ACCEPTS, random));
    }

    private static void changePath(RequestDraft draft, Random random) {
        draft.setRawPath(HostileValues.pick(PATHS, random));
    }

    private static void breakPath(RequestDraft draft, Random random) {
        draft.setRawPath(HostileValues.pick(MALFORMED_PATHS, random));
        draft.markUnanswerable();
    }

    private static void addHeader(RequestDraft draft, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> draft.setHeader("X-HTTP-Method-Override", "DELETE");
            case 1 -> draft.setHeader("X-Forwarded-For", headerValue(HostileValues.shortText(random)));
            case 2 -> draft.setHeader("traceparent", headerValue(HostileValues.shortText(random)));
            case 3 -> draft.setHeader("Accept-Encoding", "gzip;q=0, br, *");
            case 4 -> draft.setHeader("Content-Encoding", "gzip");
            default -> draft.setHeader("Cookie", headerValue(HostileValues.shortText(random)));
        }
    }

    /// More than HTTP servers read of a line or of all headers.
    private static void addLongHead(RequestDraft draft, Random random) {
        if (random.nextBoolean()) {
            draft.setHeader("X-Long", "x".repeat(LONG_HEADER_CHARACTERS));
        } else {
            draft.addQuery("long", "x".repeat(2 * MAX_TARGET_CHARACTERS));
        }
        draft.markUnanswerable();
    }

    /// A header cannot hold control characters; other bytes are sent as they are.
    private static String headerValue(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceAll("[^\u0001-\u00ff]", "?");
    }

    /// Half of a surrogate pair becomes the bytes that it would have.
    private static byte[] encode(String text) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array.length > MAX_TARGET_CHARACTERS / 4 ? Arrays.copyOf(array, MAX_TARGET_CHARACTERS / 4) : array;
        } catch (CharacterCodingException halfOfAPair) {
            return new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
        }
    }
}
