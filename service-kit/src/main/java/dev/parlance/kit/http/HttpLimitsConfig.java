package dev.parlance.kit.http;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalLong;

/// What the bodies of requests may cost, beyond their size in bytes.
@ConfigMapping(prefix = "parlance.http")
public interface HttpLimitsConfig {
    /// JSON tokens of a body at most. [StrictJson] reads the setting without this mapping; a setting under its prefix
    /// that it does not name would stop the start.
    long maxJsonTokens();

    /// Bytes of all large bodies (above 64 KiB) and batches that are at work at once; further ones are answered 503.
    /// Without it, a sixteenth of the heap. Too small: large requests are refused although there is memory.
    /// Too large: a few clients can use up the heap.
    OptionalLong maxLargeBodyBytes();
}
