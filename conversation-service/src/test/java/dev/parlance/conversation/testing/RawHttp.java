package dev.parlance.conversation.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// A connection to the service under test on which a test decides when each byte is sent, and whether any is read.
public final class RawHttp implements AutoCloseable {
    /// The beginning of a request that is complete only after 60,000 bytes more.
    public static final String BEGUN_REQUEST = """
            PUT /v1/conversations/x HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Content-Length: 60000

            {""";

    private static final long BYTE_INTERVAL_MILLIS = 100;
    private static final int SMALL_BUFFER_BYTES = 4 << 10;

    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    /// Connects and sends the beginning of a request.
    ///
    /// @param lines with `\n` at their ends
    public static RawHttp send(String lines) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
            socket.connect(new InetSocketAddress(
                    InetAddress.getByName(URI.create(RestAssured.baseURI).getHost()), RestAssured.port));
            socket.getOutputStream().write(lines.replace("\n", "\r\n").getBytes(UTF_8));
            return new RawHttp(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends bytes at once.
    public RawHttp append(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on a byte is sent now and then, until the service has closed the connection.
    public RawHttp drip() {
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write(' ');
                    Thread.sleep(BYTE_INTERVAL_MILLIS);
                }
            } catch (IOException | InterruptedException e) {
                // the end of the connection
            }
        });
        return this;
    }

    /// What the service has sent when it closes the connection, or pauses after a response.
    public String readResponse() {
        var response = new StringBuilder();
        var buffer = new byte[8 << 10];
        try {
            int count;
            while (!response.toString().contains("}")
                    && (count = socket.getInputStream().read(buffer)) >= 0) {
                response.append(new String(buffer, 0, count, ISO_8859_1));
            }
        } catch (IOException e) {
            response.append(e); // reset: what came before counts
        }
        return response.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
