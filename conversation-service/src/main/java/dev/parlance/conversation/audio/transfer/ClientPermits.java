package dev.parlance.conversation.audio.transfer;

import dev.parlance.kit.problem.Overloaded;
import java.util.HashMap;
import java.util.Map;

/// Permits of one kind of transfer: so many in all, and so many for each client address. A bulkhead of SmallRye Fault
/// Tolerance does not replace it: its permit ends with the call, and that of a download when its stream is closed.
final class ClientPermits {
    private final int maxPermits;
    private final int maxPermitsPerClient;
    private final Map<String, Integer> used = new HashMap<>();
    private int usedInAll;

    ClientPermits(int maxPermits, int maxPermitsPerClient) {
        this.maxPermits = maxPermits;
        this.maxPermitsPerClient = maxPermitsPerClient;
    }

    /// Ends when it is closed; closing it again has no effect.
    final class Permit implements AutoCloseable {
        private final String client;
        private boolean closed;

        private Permit(String client) {
            this.client = client;
        }

        @Override
        public void close() {
            synchronized (ClientPermits.this) {
                if (!closed) {
                    closed = true;
                    usedInAll--;
                    used.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
                }
            }
        }
    }

    /// @param client address
    /// @throws Overloaded if the limit of all, or of this client, is reached
    synchronized Permit acquire(String client) {
        if (usedInAll >= maxPermits || used.getOrDefault(client, 0) >= maxPermitsPerClient) {
            throw new Overloaded("More sound is on its way than the service takes at once; send it again");
        }
        usedInAll++;
        used.merge(client, 1, Integer::sum);
        return new Permit(client);
    }
}
