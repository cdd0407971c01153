package dev.parlance.kit.pipeline;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/// The port that a service listens on. Shut, it takes no new connection, so that clients are refused at once and find
/// another instance; requests on the connections that there are go on and get their answers.
final class Door {
    private volatile Channel port;
    private volatile boolean shut;

    /// Vert.x does not tell its port to anybody, but every connection knows where it was taken.
    void enter(HttpConnection from) {
        if (port == null && from instanceof ConnectionBase connection) {
            port = connection.channel().parent();
            if (shut) {
                shut();
            }
        }
    }

    void shut() {
        shut = true;
        Channel listening = port;
        if (listening != null) {
            var _ = listening.close();
        }
    }
}
