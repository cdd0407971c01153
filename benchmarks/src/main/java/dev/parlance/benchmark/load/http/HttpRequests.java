package dev.parlance.benchmark.load.http;

import java.nio.ByteBuffer;

/// The requests of a load.
@FunctionalInterface
public interface HttpRequests {
    /// Writes the whole of request number `number`, the first being 0, as HTTP/1.1 has it.
    void write(int number, ByteBuffer to);
}
