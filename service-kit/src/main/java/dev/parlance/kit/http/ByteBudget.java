package dev.parlance.kit.http;

/// Bytes that may be in use at once. Who is alone always gets a place, however large: otherwise a request larger than
/// the budget could never be served.
final class ByteBudget {
    private final long limit;
    private long used;

    /// @param limit bytes
    ByteBudget(long limit) {
        this.limit = limit;
    }

    /// Takes a place, which [#release] must give back.
    ///
    /// @return false if there is none; then nothing is taken
    synchronized boolean tryAcquire(long bytes) {
        if (used > 0 && used + bytes > limit) {
            return false;
        }
        used += bytes;
        return true;
    }

    synchronized void release(long bytes) {
        used -= bytes;
    }

    synchronized long used() {
        return used;
    }
}
