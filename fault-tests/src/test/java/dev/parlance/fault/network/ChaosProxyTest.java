package dev.parlance.fault.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a server that says back whatever it hears.
class ChaosProxyTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final int READ_TIMEOUT_MILLIS = 300;

    private ServerSocket echoServer;
    private ChaosProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echoServer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::serveEcho);
        proxy = ChaosProxy.to(echoServer.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echoServer.close();
    }

    @Test
    void whatIsSaidComesBack() throws IOException {
        try (Socket client = connect()) {
            assertThat(sendByte(client, 'a')).isEqualTo('a');
            assertThat(sendByte(client, 'b')).isEqualTo('b');
            assertThat(proxy.acceptedConnections()).isEqualTo(1);
        }
    }

    @Test
    void aBlackHoleKeepsWhatIsSaidUntilItClears() throws IOException {
        try (Socket client = connect()) {
            assertThat(sendByte(client, 'a')).isEqualTo('a');
            proxy.apply(new NetworkFault.BlackHole());
            sendWithoutReply(client, 'b');
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(proxy.delayedReads()).isPositive());
            // When
            proxy.clear();
            // Then
            assertThat(client.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void aHalfOpenConnectionNeverSpeaksAgain() throws IOException {
        try (Socket client = connect()) {
            assertThat(sendByte(client, 'a')).isEqualTo('a');
            proxy.apply(new NetworkFault.HalfOpen());
            sendWithoutReply(client, 'b');
            // When
            proxy.clear();
            // Then
            sendWithoutReply(client, 'c');
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(proxy.droppedBytes()).isEqualTo(2));
        }
        try (Socket later = connect()) {
            assertThat(sendByte(later, 'd')).isEqualTo('d');
        }
    }

    @Test
    void aSlowWireIsLate() throws IOException {
        var roundTrip = Duration.ofSeconds(1);
        proxy.apply(new NetworkFault.Slow(roundTrip, 1000));
        try (Socket client = connect()) {
            long begun = System.nanoTime();
            assertThat(sendByte(client, 'a')).isEqualTo('a');
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(roundTrip);
            assertThat(proxy.delayedReads()).isEqualTo(2);
        }
    }

    @Test
    void aResetEndsEveryConnectionAndTakesNewOnes() throws IOException {
        try (Socket client = connect()) {
            assertThat(sendByte(client, 'a')).isEqualTo('a');
            proxy.resetAll();
            assertThatThrownBy(() -> sendUntilClosed(client)).isInstanceOf(IOException.class);
            assertThat(proxy.resets()).isEqualTo(1);
        }
        try (Socket later = connect()) {
            assertThat(sendByte(later, 'b')).isEqualTo('b');
        }
    }

    @Test
    void whoIsGoneIsGoneUntilItClears() throws IOException {
        proxy.apply(new NetworkFault.Down());
        try (Socket client = connect()) {
            assertThatThrownBy(() -> sendUntilClosed(client)).isInstanceOf(IOException.class);
        }
        proxy.clear();
        try (Socket client = connect()) {
            assertThat(sendByte(client, 'a')).isEqualTo('a');
        }
    }

    @Test
    void aCutComesAfterTheBytesHaveArrivedAndBeforeTheirAnswer() throws IOException {
        proxy.cutWhen(CutTrigger.afterBytes(2), 1);
        try (Socket client = connect()) {
            assertThat(sendByte(client, 'a')).isEqualTo('a');
            assertThatThrownBy(() -> sendUntilClosed(client)).isInstanceOf(IOException.class);
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(proxy.cuts()).isEqualTo(1));
        }
        try (Socket client = connect()) {
            assertThat(sendByte(client, 'a')).isEqualTo('a');
            assertThat(sendByte(client, 'b')).isEqualTo('b');
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout((int) TIMEOUT.toMillis());
        return client;
    }

    private static void sendWithoutReply(Socket client, int what) throws IOException {
        client.setSoTimeout(READ_TIMEOUT_MILLIS);
        assertThatThrownBy(() -> sendByte(client, what)).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout((int) TIMEOUT.toMillis());
    }

    private static int sendByte(Socket client, int what) throws IOException {
        client.getOutputStream().write(what);
        return client.getInputStream().read();
    }

    /// Talks until nobody is there any more.
    private static void sendUntilClosed(Socket client) throws IOException {
        while (sendByte(client, 'x') >= 0) {
            client.getOutputStream().flush();
        }
        throw new IOException("the end of the stream");
    }

    private void serveEcho() {
        while (!echoServer.isClosed()) {
            try {
                Socket client = echoServer.accept();
                Thread.startVirtualThread(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException e) {
                        // the test is over
                    }
                });
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }
}
