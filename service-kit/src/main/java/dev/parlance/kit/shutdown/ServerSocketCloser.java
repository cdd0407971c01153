package dev.parlance.kit.shutdown;

import io.netty.channel.Channel;
import io.netty.channel.nio.AbstractNioChannel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;

/// Closes the server socket. New connections are refused from then on, so that clients use another instance at once;
/// requests on open connections continue. The kernel establishes connections before the service accepts them:
/// pending ones are accepted before the socket is closed, or they would be reset.
final class ServerSocketCloser {
    /// A round accepts sixteen connections; at most 128 are pending.
    private static final int MAX_ACCEPT_ROUNDS = 8;

    private volatile Channel serverChannel;
    private volatile boolean closed;

    /// Vert.x does not expose its server channel; it is the parent of the channel of every connection.
    void findServerChannel(HttpConnection connection) {
        if (serverChannel == null && connection instanceof ConnectionBase base) {
            serverChannel = base.channel().parent();
            if (closed) {
                close();
            }
        }
    }

    void close() {
        closed = true;
        Channel listening = serverChannel;
        if (listening instanceof AbstractNioChannel selected) {
            // A registered channel closes its socket only after the next select; connections that arrive until then
            // are reset.
            var _ = selected.deregister()
                    .addListener(_ -> selected.eventLoop().execute(() -> acceptPendingAndClose(selected)));
        } else if (listening != null) {
            var _ = listening.close();
        }
    }

    private static void acceptPendingAndClose(AbstractNioChannel channel) {
        for (int round = 0; round < MAX_ACCEPT_ROUNDS && channel.isOpen(); round++) {
            channel.unsafe().read();
        }
        try {
            channel.unsafe().ch().close(); // the channel itself closes the socket later
        } catch (IOException e) {
            // closing the channel fails with it
        }
        var _ = channel.close();
    }
}
