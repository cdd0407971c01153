package dev.parlance.kit.request;

import dev.parlance.kit.request.RequestMetrics.Transfer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The body of a request, read on a worker thread: a client below the minimal rate is refused with [ClientTooSlow], and
/// one that hangs up, or sends nothing at all, ends in [ClientDisconnected].
final class RequestBody extends FilterInputStream {
    private static final int SKIP_BUFFER_BYTES = 8 << 10;

    private final RequestConfig config;
    private final RequestMetrics metrics;
    private final Runnable closeConnection;
    private final ClientDelay delay;
    private boolean broken;
    private boolean ended;
    private boolean closed;

    /// @param closeConnection called if the client is too slow, to end its connection after the response
    RequestBody(InputStream in, RequestConfig config, RequestMetrics metrics, Runnable closeConnection) {
        super(in);
        this.config = config;
        this.metrics = metrics;
        this.closeConnection = closeConnection;
        this.delay = new ClientDelay(config.minTransferRate(), config.transferGracePeriod());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
        if (broken) {
            throw new ClientTooSlow(config.minTransferRate());
        }
        delay.startWait(System.nanoTime());
        int count;
        try {
            count = super.read(buffer, at, length);
        } catch (IOException e) {
            broken = true;
            throw new ClientDisconnected(e);
        }
        long now = System.nanoTime();
        delay.endWait(now, Math.max(count, 0));
        ended = count < 0;
        if (!ended && delay.isTooLong(now)) {
            broken = true;
            metrics.countSlow(Transfer.BODY);
            closeConnection.run();
            throw new ClientTooSlow(config.minTransferRate());
        }
        return count;
    }

    /// Reads the body to its end first, because a client that still sends would not read the response; not that of a
    /// client that is too slow or has gone.
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (broken) {
            return;
        }
        var skipped = new byte[SKIP_BUFFER_BYTES];
        while (!ended) {
            var _ = read(skipped, 0, skipped.length);
        }
        super.close();
    }
}
