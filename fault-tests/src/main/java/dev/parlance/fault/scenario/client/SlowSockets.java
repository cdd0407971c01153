package dev.parlance.fault.scenario.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Clients that begin a request and hardly ever go on with it.
final class SlowSockets implements AutoCloseable {
    private static final String REQUEST_START = """
            PUT /v1/conversations/x HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Content-Length: 900

            {""".replace("\n", "\r\n");
    private static final long BYTE_INTERVAL_MILLIS = 300;

    private final List<Socket> sockets;
    private final Thread sender = Thread.ofVirtual().unstarted(this::sendSlowly);

    private SlowSockets(List<Socket> sockets) {
        this.sockets = sockets;
    }

    static SlowSockets open(String url, int count) throws IOException {
        URI address = URI.create(url);
        List<Socket> sockets = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            var socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream().write(REQUEST_START.getBytes(US_ASCII));
            sockets.add(socket);
        }
        var all = new SlowSockets(sockets);
        all.sender.start();
        return all;
    }

    /// Those that the service has not closed: it has nothing to say yet, so nothing must have come, not even an end.
    int countOpen() throws IOException {
        int open = 0;
        for (Socket socket : sockets) {
            socket.setSoTimeout(1);
            try {
                var _ = socket.getInputStream().read();
            } catch (SocketTimeoutException e) {
                open++; // still waiting
            } catch (SocketException e) {
                // reset
            }
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        sender.interrupt();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void sendSlowly() {
        try {
            while (true) {
                Thread.sleep(BYTE_INTERVAL_MILLIS);
                for (Socket socket : sockets) {
                    try {
                        socket.getOutputStream().write(' ');
                    } catch (IOException e) {
                        // the service has had enough of it
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
