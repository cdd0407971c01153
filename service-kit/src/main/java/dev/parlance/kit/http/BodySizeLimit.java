package dev.parlance.kit.http;

import java.util.OptionalLong;

/// A limit that a service declares for calls that accept larger bodies.
public interface BodySizeLimit {
    /// The limit in bytes; empty for calls that it does not concern.
    ///
    /// @param path without the query
    OptionalLong maxBytes(String method, String path);
}
