package dev.parlance.fault.fuzz.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request that is being made up: it begins as a valid one, and mutations spoil parts of it.
final class RequestDraft {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // half of a surrogate pair has no UTF-8
            .build();

    private final ApiOperation operation;
    private final ObjectNode validBody;
    private final Map<String, byte[]> pathValues = new LinkedHashMap<>();
    private final List<Map.Entry<String, byte[]>> query = new ArrayList<>();
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private String method;
    private JsonNode json;
    private byte[] body = new byte[0];
    private String rawPath;
    private boolean unanswerable;
    private boolean chunked;

    /// @param validBody null if the operation takes no JSON
    RequestDraft(ApiOperation operation, ObjectNode validBody) {
        this.operation = operation;
        this.method = operation.method();
        this.validBody = validBody;
        this.json = validBody == null ? null : validBody.deepCopy();
    }

    ApiOperation operation() {
        return operation;
    }

    void setMethod(String method) {
        this.method = method;
    }

    Map<String, byte[]> pathValues() {
        return pathValues;
    }

    List<Map.Entry<String, byte[]>> query() {
        return query;
    }

    void addQuery(String name, String value) {
        query.add(Map.entry(name, value.getBytes(UTF_8)));
    }

    void setHeader(String name, String value) {
        removeHeader(name);
        headers.add(Map.entry(name, value));
    }

    void removeHeader(String name) {
        headers.removeIf(header -> header.getKey().equalsIgnoreCase(name));
    }

    /// The body as a tree; null if it is none, or has been written by [#setBody].
    JsonNode json() {
        return json;
    }

    void setJson(JsonNode json) {
        this.json = json;
    }

    /// The bytes of the body; a tree is written first.
    byte[] body() {
        try {
            return json == null ? body : JSON.writeValueAsString(json).getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void setBody(byte[] bytes) {
        this.json = null;
        this.body = bytes;
    }

    /// Replaces the path, query included, as it is sent.
    void setRawPath(String path) {
        this.rawPath = path;
    }

    /// HTTP itself refuses such a request, or it never ends.
    void markUnanswerable() {
        this.unanswerable = true;
    }

    void sendChunked() {
        this.chunked = true;
    }

    /// An order for all learners becomes the valid one for one learner.
    void confineToOneLearner() {
        if (method.equals("POST") && operation.ordersForAllLearners() && concernsAll(body())) {
            method = operation.method();
            json = validBody == null ? null : validBody.deepCopy();
        }
    }

    /// @param seed   of the run
    /// @param number of the request in it
    FuzzRequest toRequest(long seed, int number) {
        byte[] bytes = body();
        String target = target();
        List<String> lines = new ArrayList<>();
        lines.add("%s %s HTTP/1.1".formatted(method, target));
        lines.add("Host: localhost");
        headers.forEach(header -> lines.add(header.getKey() + ": " + header.getValue()));
        boolean hasLength = headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase("Content-Length"));
        byte[] sent = bytes;
        if (chunked && bytes.length > 0) {
            lines.add("Transfer-Encoding: chunked");
            sent = chunks(bytes);
        } else if (!hasLength && (bytes.length > 0 || !method.equals("GET"))) {
            lines.add("Content-Length: " + bytes.length);
        }
        return new FuzzRequest(operation, seed, number, method, lines, sent, unanswerable);
    }

    private String target() {
        if (rawPath != null) {
            return rawPath;
        }
        String path = operation.path();
        for (Map.Entry<String, byte[]> value : pathValues.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", percentEncode(value.getValue()));
        }
        var text = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, byte[]> parameter : query) {
            text.append(separator)
                    .append(percentEncode(parameter.getKey().getBytes(UTF_8)))
                    .append('=')
                    .append(percentEncode(parameter.getValue()));
            separator = '&';
        }
        return text.toString();
    }

    private static boolean concernsAll(byte[] bytes) {
        if (bytes.length == 0) {
            return true;
        }
        try {
            JsonNode read = JSON.readTree(bytes);
            return !read.hasNonNull("learnerId");
        } catch (IOException refused) {
            return false; // by the service, too
        }
    }

    private static String percentEncode(byte[] bytes) {
        var encoded = new StringBuilder();
        for (byte one : bytes) {
            boolean plain = one > 0 && (Character.isLetterOrDigit(one) || "-._~:@+".indexOf(one) >= 0);
            encoded.append(plain ? Character.toString(one) : "%%%02X".formatted(one & 0xff));
        }
        return encoded.toString();
    }

    private static byte[] chunks(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        int half = bytes.length / 2;
        writeChunk(out, bytes, 0, half);
        writeChunk(out, bytes, half, bytes.length - half);
        out.writeBytes("0\r\n\r\n".getBytes(US_ASCII));
        return out.toByteArray();
    }

    private static void writeChunk(ByteArrayOutputStream out, byte[] bytes, int from, int length) {
        if (length > 0) {
            out.writeBytes("%x\r\n".formatted(length).getBytes(US_ASCII));
            out.write(bytes, from, length);
            out.writeBytes("\r\n".getBytes(US_ASCII));
        }
    }
}
