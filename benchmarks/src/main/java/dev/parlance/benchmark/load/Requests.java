package dev.parlance.benchmark.load;

import java.nio.ByteBuffer;

/// What a driver sends.
@FunctionalInterface
public interface Requests {
    /// Writes the whole of request number `number`, the first being 0, as HTTP/1.1 has it.
    void write(int number, ByteBuffer to);
}
