package dev.parlance.kit.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.nio.AbstractNioChannel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;

/// The port that a service listens on. Shut, it takes no new connection, so that clients are refused at once and find
/// another instance; requests on the connections that there are go on and get their answers. A client is connected
/// before anybody here has looked: those who wait at the door are let in before it is shut.
final class Door {
    /// Each lets in sixteen; more than 128 do not wait.
    private static final int LOOKS = 8;

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
        if (listening instanceof AbstractNioChannel selected) {
            // A port that has a selector is closed at its next turn only, and whoever knocks until then is thrown out.
            var _ = selected.deregister()
                    .addListener(_ -> selected.eventLoop().execute(() -> shutBehindWhoWaits(selected)));
        } else if (listening != null) {
            var _ = listening.close();
        }
    }

    private static void shutBehindWhoWaits(AbstractNioChannel port) {
        for (int look = 0; look < LOOKS && port.isOpen(); look++) {
            port.unsafe().read();
        }
        try {
            port.unsafe().ch().close(); // at once; the channel around it takes its time
        } catch (IOException e) {
            // the channel around it says so, too
        }
        var _ = port.close();
    }
}
