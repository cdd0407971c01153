package dev.parlance.conversation.store;

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

/// Signs URLs of S3 (AWS Signature Version 4, in the query). The MinIO client signs such URLs too, but leaves
/// `Content-Length` and `Content-Type` out: whoever held one could store any number of bytes of any kind.
final class UrlSigner {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter STAMP =
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

    /// @param endpoint scheme, host and port as whoever uses the URL reaches them
    /// @param path     bucket and key, not encoded
    /// @param headers  that must be sent with exactly these values
    /// @param query    further parameters of the request
    SignedRequest signed(
            String method,
            URI endpoint,
            String path,
            Map<String, String> headers,
            Map<String, String> query,
            Duration validity) {
        Instant now = clock.instant();
        String stamp = STAMP.format(now);
        String scope = stamp.substring(0, 8) + "/" + region + "/s3/aws4_request";
        SortedMap<String, String> signedHeaders = new TreeMap<>();
        headers.forEach((name, value) -> signedHeaders.put(name.toLowerCase(Locale.ROOT), value.strip()));
        signedHeaders.put("host", endpoint.getAuthority());
        String names = String.join(";", signedHeaders.keySet());
        SortedMap<String, String> parameters = new TreeMap<>(query);
        parameters.put("X-Amz-Algorithm", ALGORITHM);
        parameters.put("X-Amz-Credential", accessKey + "/" + scope);
        parameters.put("X-Amz-Date", stamp);
        parameters.put("X-Amz-Expires", Long.toString(validity.toSeconds()));
        parameters.put("X-Amz-SignedHeaders", names);
        String encodedPath =
                "/" + Arrays.stream(path.split("/", -1)).map(UrlSigner::encoded).collect(Collectors.joining("/"));
        String encodedQuery = parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        String canonicalHeaders = signedHeaders.entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue() + "\n")
                .collect(Collectors.joining());
        String request =
                String.join("\n", method, encodedPath, encodedQuery, canonicalHeaders, names, "UNSIGNED-PAYLOAD");
        String toSign = String.join(
                "\n", ALGORITHM, stamp, scope, hex(Digest.SHA_256.of(request.getBytes(StandardCharsets.UTF_8))));
        URI url = URI.create(endpoint.getScheme() + "://" + endpoint.getAuthority() + encodedPath + "?" + encodedQuery
                + "&X-Amz-Signature=" + hex(hmac(key(scope), toSign)));
        Map<String, String> toSend = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        toSend.putAll(headers);
        toSend.remove("Content-Length");
        return new SignedRequest(method, url, toSend, now.plusSeconds(validity.toSeconds()));
    }

    /// The secret key, narrowed down to a day, a region and S3.
    private byte[] key(String scope) {
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

    /// As RFC 3986 has it: a form's encoding writes three characters otherwise.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
