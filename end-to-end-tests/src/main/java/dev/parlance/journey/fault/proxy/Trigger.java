package dev.parlance.journey.fault.proxy;

import java.util.function.Supplier;

/// Watches what one client sends, for the moment after which its connection is to be cut. The bytes go on to the
/// server; its answer to them does not come back.
public interface Trigger {
    boolean seesItsMomentIn(byte[] bytes, int length);

    /// After so many bytes of a connection.
    static Supplier<Trigger> afterBytes(long count) {
        return () -> new Trigger() {
            private long left = count;

            @Override
            public boolean seesItsMomentIn(byte[] bytes, int length) {
                boolean before = left > 0;
                left -= length;
                return before && left <= 0;
            }
        };
    }
}
