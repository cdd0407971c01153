package dev.parlance.fault.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parlance.fault.fuzz.request.FuzzRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Sends bytes that need not be HTTP, one request after the other on one connection to each service, and reads the
/// answers. Clients of the JDK refuse to send most of them.
final class RawHttpClient implements AutoCloseable {
    private static final int MAX_BODY_BYTES = 64 << 20;
    private static final int BUFFER_BYTES = 8_192;

    private final Map<String, Connection> connections = new HashMap<>();

    /// @param timeoutMillis from the last byte sent to the last one of the answer, about
    FuzzResponse send(String url, FuzzRequest request, int timeoutMillis) {
        Connection kept = connections.remove(url);
        if (kept != null) {
            FuzzResponse response = send(url, kept, request, timeoutMillis);
            if (response.status() > 0 || kept.hasTimedOut) {
                return response;
            }
        }
        // The service has closed the connection while it was idle, or as its answer to the request before.
        try {
            return send(url, new Connection(url), request, timeoutMillis);
        } catch (IOException e) {
            return FuzzResponse.none("no connection: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        connections.values().forEach(Connection::close);
    }

    private FuzzResponse send(String url, Connection connection, FuzzRequest request, int timeoutMillis) {
        FuzzResponse response = connection.exchange(request, timeoutMillis);
        if (response.failure().isEmpty()
                && !request.unanswerable()
                && response.header("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isEmpty()) {
            connections.put(url, connection);
        } else {
            connection.close();
        }
        return response;
    }

    private static final class Connection {
        private final Socket socket;
        private final InputStream in;
        private long deadline;
        private boolean hasTimedOut;
        private int status;
        private Map<String, List<String>> headers = Map.of();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Connection(String url) throws IOException {
            URI address = URI.create(url);
            this.socket = new Socket(address.getHost(), address.getPort());
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        FuzzResponse exchange(FuzzRequest request, int timeoutMillis) {
            status = 0;
            headers = Map.of();
            body.reset();
            deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
            try {
                write(request);
                readHead();
                if (!request.operation().isStream() || status != 200) {
                    readBody(request.method());
                    return result(Optional.empty());
                }
                return result(Optional.of("a live stream has no end"));
            } catch (SocketTimeoutException e) {
                hasTimedOut = true;
                return result(Optional.of("the answer did not end within %d s".formatted(timeoutMillis / 1_000)));
            } catch (IOException e) {
                return result(Optional.of("the connection ended: " + e.getMessage()));
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // it is gone in any case
            }
        }

        private FuzzResponse result(Optional<String> failure) {
            return new FuzzResponse(status, headers, body.toByteArray(), failure);
        }

        /// A service may answer and close before it has read everything: its answer counts.
        private void write(FuzzRequest request) {
            try {
                socket.getOutputStream().write(request.bytes());
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // reading tells
            }
        }

        private void readHead() throws IOException {
            do {
                String statusLine = readLine();
                String[] words = statusLine.split(" ", 3);
                if (words.length < 2 || !words[1].matches("[1-5][0-9]{2}")) {
                    throw new IOException("no status line");
                }
                headers = readHeaders();
                status = Integer.parseInt(words[1]);
            } while (status < 200);
        }

        private Map<String, List<String>> readHeaders() throws IOException {
            Map<String, List<String>> read = new HashMap<>();
            for (String line = readLine(); !line.isEmpty(); line = readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    read.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                            .add(line.substring(colon + 1).strip());
                }
            }
            return read;
        }

        private void readBody(String method) throws IOException {
            if (method.equals("HEAD") || status == 204 || status == 304) {
                return;
            }
            if (headers.containsKey("transfer-encoding")) {
                readChunks();
            } else if (headers.containsKey("content-length")) {
                readBytes(Long.parseLong(headers.get("content-length").getFirst()));
            } else {
                readToEnd();
            }
        }

        private void readChunks() throws IOException {
            while (true) {
                int length = Integer.parseInt(readLine().strip(), 16);
                readBytes(length);
                if (length == 0) {
                    var _ = readHeaders();
                    return;
                }
                var _ = readLine();
            }
        }

        private void readBytes(long count) throws IOException {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (long left = count; left > 0; ) {
                awaitByte();
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("closed");
                }
                add(buffer, read);
                left -= read;
            }
        }

        private void readToEnd() throws IOException {
            byte[] buffer = new byte[BUFFER_BYTES];
            awaitByte();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                add(buffer, read);
                awaitByte();
            }
        }

        private void add(byte[] buffer, int count) throws IOException {
            if (body.size() >= MAX_BODY_BYTES) {
                throw new IOException("more than 64 MiB");
            }
            body.write(buffer, 0, count);
        }

        private String readLine() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int one = read(); one != '\n'; one = read()) {
                line.write(one);
            }
            return line.toString(ISO_8859_1).stripTrailing();
        }

        private int read() throws IOException {
            awaitByte();
            int one = in.read();
            if (one < 0) {
                throw new EOFException("closed");
            }
            return one;
        }

        /// Lets the next read wait for no longer than the time that is left.
        private void awaitByte() throws IOException {
            if (in.available() == 0) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new SocketTimeoutException();
                }
                socket.setSoTimeout((int) millis);
            }
        }
    }
}
