package dev.parlance.fault.network;

import java.util.function.Supplier;

/// Watches what one client sends, for the moment after which its connection is to be cut. The bytes go on to the
/// server; its answer to them does not come back.
public interface CutTrigger {
    boolean firesOn(byte[] bytes, int length);

    /// After so many bytes of a connection.
    static Supplier<CutTrigger> afterBytes(long count) {
        return () -> new CutTrigger() {
            private long left = count;

            @Override
            public boolean firesOn(byte[] bytes, int length) {
                boolean before = left > 0;
                left -= length;
                return before && left <= 0;
            }
        };
    }
}
