package dev.parlance.conversation.audio.storage;

import dev.parlance.contract.Digest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs URLs for S3 (AWS Signature Version 4, in the query). MinIO's client signs URLs too, but without
/// `Content-Length` and `Content-Type`: the holder could store any number of bytes of any type.
final class UrlSigner {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIMESTAMP_FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final String secretKey;
    private final String region;
    private final Clock clock;

    UrlSigner(String accessKey, String secretKey, String region, Clock clock) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
        this.clock = clock;
    }

    /// @param endpoint scheme, host and port as the sender reaches them
    /// @param path     bucket and key, not encoded
    /// @param headers  that must be sent with exactly these values
    /// @param query    additional query parameters
    SignedRequest sign(
            String method,
            URI endpoint,
            String path,
            Map<String, String> headers,
            Map<String, String> query,
            Duration validity) {
        Instant now = clock.instant();
        String timestamp = TIMESTAMP_FORMAT.format(now);
        String scope = timestamp.substring(0, 8) + "/" + region + "/s3/aws4_request";
        SortedMap<String, String> signedHeaders = new TreeMap<>();
        headers.forEach((name, value) -> signedHeaders.put(name.toLowerCase(Locale.ROOT), value.strip()));
        signedHeaders.put("host", endpoint.getAuthority());
        String names = String.join(";", signedHeaders.keySet());
        SortedMap<String, String> parameters = new TreeMap<>(query);
        parameters.put("X-Amz-Algorithm", ALGORITHM);
        parameters.put("X-Amz-Credential", accessKey + "/" + scope);
        parameters.put("X-Amz-Date", timestamp);
        parameters.put("X-Amz-Expires", Long.toString(validity.toSeconds()));
        parameters.put("X-Amz-SignedHeaders", names);
        String encodedPath = "/"
                + Arrays.stream(path.split("/", -1))
                        .map(UrlSigner::percentEncode)
                        .collect(Collectors.joining("/"));
        String encodedQuery = parameters.entrySet().stream()
                .map(entry -> percentEncode(entry.getKey()) + "=" + percentEncode(entry.getValue()))
                .collect(Collectors.joining("&"));
        String canonicalHeaders = signedHeaders.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        String request =
                String.join("\n", method, encodedPath, encodedQuery, canonicalHeaders, names, "UNSIGNED-PAYLOAD");
        String stringToSign = String.join(
                "\n", ALGORITHM, timestamp, scope, hex(Digest.SHA_256.of(request.getBytes(StandardCharsets.UTF_8))));
        URI url = URI.create(endpoint.getScheme() + "://" + endpoint.getAuthority() + encodedPath + "?" + encodedQuery
                + "&X-Amz-Signature=" + hex(hmac(signingKey(scope), stringToSign)));
        Map<String, String> toSend = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        toSend.putAll(headers);
        toSend.remove("Content-Length");
        return new SignedRequest(method, url, toSend, now.plusSeconds(validity.toSeconds()));
    }

    /// The signing key of Signature Version 4 for one day, one region and S3.
    private byte[] signingKey(String scope) {
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// RFC 3986 percent-encoding; form encoding differs in three characters.
    private static String percentEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
