package dev.parlance.fault.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parlance.platform.client.AudioClient.AudioTurn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients of one address that send, or read, a byte of sound now and then. Each connects again when it is cut off.
public final class SlowTransfers implements AutoCloseable {
    /// Another address of this machine than that of all other clients.
    private static final String ADDRESS = "127.0.0.2";

    private static final Duration BYTE_INTERVAL = Duration.ofMillis(300);
    private static final int RECEIVE_BUFFER_BYTES = 4 << 10;
    private static final int BEGINNING_BYTES = 64;
    /// Who reads so slowly hears of the end of its connection only after all that was on the way: it hangs up itself.
    private static final int MAX_READ_BYTES = 60;

    private final URI service;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger cut = new AtomicInteger();

    private SlowTransfers(String service) {
        this.service = URI.create(service);
    }

    /// @param uploads  one slow upload for each of these turns
    /// @param download audio that is larger than what the network takes unread
    /// @param readers  slow downloads of it
    public static SlowTransfers start(
            String service, List<AudioTurn> uploads, byte[] audio, AudioTurn download, int readers) {
        var transfers = new SlowTransfers(service);
        uploads.forEach(turn -> transfers.threads.execute(() -> transfers.repeat(() -> transfers.upload(turn, audio))));
        for (int reader = 0; reader < readers; reader++) {
            transfers.threads.execute(() -> transfers.repeat(() -> transfers.download(download)));
        }
        return transfers;
    }

    /// How often the service has ended one of the uploads.
    public int cut() {
        return cut.get();
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @FunctionalInterface
    private interface Transfer {
        void run() throws IOException, InterruptedException;
    }

    private void repeat(Transfer transfer) {
        while (!threads.isShutdown()) {
            try {
                transfer.run();
            } catch (IOException e) {
                // connects again
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void upload(AudioTurn turn, byte[] audio) throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            send(socket, """
                    PUT %s/audio/learner HTTP/1.1
                    Host: localhost
                    Content-Type: audio/wav
                    Content-Length: %d

                    """.formatted(turn.path(), audio.length));
            socket.getOutputStream().write(Arrays.copyOf(audio, BEGINNING_BYTES));
            try {
                while (socket.getInputStream().available() == 0) {
                    Thread.sleep(BYTE_INTERVAL);
                    socket.getOutputStream().write(0);
                }
            } finally {
                cut.incrementAndGet();
            }
        } finally {
            sockets.removeIf(Socket::isClosed);
        }
    }

    private void download(AudioTurn turn) throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            send(socket, """
                    GET %s/audio/learner?redirect=false HTTP/1.1
                    Host: localhost

                    """.formatted(turn.path()));
            for (int read = 0; read < MAX_READ_BYTES && socket.getInputStream().read() >= 0; read++) {
                Thread.sleep(BYTE_INTERVAL);
            }
        } finally {
            sockets.removeIf(Socket::isClosed);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.bind(new InetSocketAddress(ADDRESS, 0));
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String lines) throws IOException {
        socket.getOutputStream().write(lines.replace("\n", "\r\n").getBytes(US_ASCII));
    }
}
