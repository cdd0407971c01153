package dev.parlance.journey.fault.proxy;

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
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int A_MOMENT_MILLIS = 300;

    private ServerSocket echo;
    private ChaosProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::answer);
        proxy = ChaosProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void whatIsSaidComesBack() throws IOException {
        try (Socket client = connect()) {
            assertThat(say(client, 'a')).isEqualTo('a');
            assertThat(say(client, 'b')).isEqualTo('b');
            assertThat(proxy.taken()).isEqualTo(1);
        }
    }

    @Test
    void aBlackHoleKeepsWhatIsSaidUntilItClears() throws IOException {
        try (Socket client = connect()) {
            assertThat(say(client, 'a')).isEqualTo('a');
            proxy.set(new Weather.BlackHole());
            sayInVain(client, 'b');
            await().atMost(LONG).untilAsserted(() -> assertThat(proxy.delayed()).isPositive());
            // When
            proxy.clear();
            // Then
            assertThat(client.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void aHalfOpenConnectionNeverSpeaksAgain() throws IOException {
        try (Socket client = connect()) {
            assertThat(say(client, 'a')).isEqualTo('a');
            proxy.set(new Weather.HalfOpen());
            sayInVain(client, 'b');
            // When
            proxy.clear();
            // Then
            sayInVain(client, 'c');
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(proxy.swallowed()).isEqualTo(2));
        }
        try (Socket later = connect()) {
            assertThat(say(later, 'd')).isEqualTo('d');
        }
    }

    @Test
    void aSlowWireIsLate() throws IOException {
        var roundTrip = Duration.ofSeconds(1);
        proxy.set(new Weather.Slow(roundTrip, 1000));
        try (Socket client = connect()) {
            long begun = System.nanoTime();
            assertThat(say(client, 'a')).isEqualTo('a');
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(roundTrip);
            assertThat(proxy.delayed()).isEqualTo(2);
        }
    }

    @Test
    void aResetEndsEveryConnectionAndTakesNewOnes() throws IOException {
        try (Socket client = connect()) {
            assertThat(say(client, 'a')).isEqualTo('a');
            proxy.resetAll();
            assertThatThrownBy(() -> ended(client)).isInstanceOf(IOException.class);
            assertThat(proxy.resets()).isEqualTo(1);
        }
        try (Socket later = connect()) {
            assertThat(say(later, 'b')).isEqualTo('b');
        }
    }

    @Test
    void whoIsGoneIsGoneUntilItClears() throws IOException {
        proxy.set(new Weather.Gone());
        try (Socket client = connect()) {
            assertThatThrownBy(() -> ended(client)).isInstanceOf(IOException.class);
        }
        proxy.clear();
        try (Socket client = connect()) {
            assertThat(say(client, 'a')).isEqualTo('a');
        }
    }

    @Test
    void aCutComesAfterTheBytesHaveArrivedAndBeforeTheirAnswer() throws IOException {
        proxy.cutWhen(Trigger.afterBytes(2), 1);
        try (Socket client = connect()) {
            assertThat(say(client, 'a')).isEqualTo('a');
            assertThatThrownBy(() -> ended(client)).isInstanceOf(IOException.class);
            await().atMost(LONG).untilAsserted(() -> assertThat(proxy.cuts()).isEqualTo(1));
        }
        try (Socket client = connect()) {
            assertThat(say(client, 'a')).isEqualTo('a');
            assertThat(say(client, 'b')).isEqualTo('b');
        }
    }

    private Socket connect() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout((int) LONG.toMillis());
        return client;
    }

    private static void sayInVain(Socket client, int what) throws IOException {
        client.setSoTimeout(A_MOMENT_MILLIS);
        assertThatThrownBy(() -> say(client, what)).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout((int) LONG.toMillis());
    }

    private static int say(Socket client, int what) throws IOException {
        client.getOutputStream().write(what);
        return client.getInputStream().read();
    }

    /// Talks until nobody is there any more.
    private static void ended(Socket client) throws IOException {
        while (say(client, 'x') >= 0) {
            client.getOutputStream().flush();
        }
        throw new IOException("the end of the stream");
    }

    private void answer() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
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
