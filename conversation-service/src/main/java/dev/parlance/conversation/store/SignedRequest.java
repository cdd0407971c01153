package dev.parlance.conversation.store;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// A request to S3 that anybody may send until it expires, with exactly these headers.
///
/// @param method  `PUT` or `GET`
/// @param headers that are part of the signature: another value, or none, and S3 refuses. So is `Content-Length`,
///     which every client sends by itself and most do not let anybody set
public record SignedRequest(String method, URI url, Map<String, String> headers, Instant expiresAt) {
    public SignedRequest {
        headers = Map.copyOf(headers);
    }
}
