package dev.parlance.conversation.audio.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// A request to S3 that anybody may send until it expires, with exactly these headers.
///
/// @param method  `PUT` or `GET`
/// @param headers that are signed: with another value, or without one, S3 refuses. `Content-Length` is signed too,
///     but left out: every client sets it itself, and most do not let callers set it
public record SignedRequest(String method, URI url, Map<String, String> headers, Instant expiresAt) {
    public SignedRequest {
        headers = Map.copyOf(headers);
    }
}
