package dev.parlance.kit.shutdown;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleConnectionsTest {
    private static final int TIMEOUT_MILLIS = 120_000;
    private static final int END = -1;

    private final AtomicLong clock = new AtomicLong();
    private final IdleConnections connections = new IdleConnections(clock::incrementAndGet);
    private final CountDownLatch requestArrived = new CountDownLatch(1);
    private final Promise<Void> answered = Promise.promise();
    private LocalServer server;

    @BeforeEach
    void open() {
        server = new LocalServer(this::serve);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anIdleConnectionIsClosedAndARunningRequestIsAnswered() throws Exception {
        try (Socket unused = connect();
                Socket atWork = connect()) {
            // Given
            ask(unused, "/quick");
            answer(unused, "/quick");
            ask(atWork, "/slow");
            requestArrived.await();
            // When
            connections.closeIdle(Duration.ofMillis(1));
            // Then
            assertThat(unused.getInputStream().read()).isEqualTo(END);
            answered.complete();
            assertThat(answer(atWork, "/slow")).containsIgnoringCase("\r\nconnection: close\r\n");
        }
    }

    @Test
    void connectionsThatAPoolUsesNextStayOpen() throws Exception {
        // Given
        List<Socket> pool = new ArrayList<>();
        for (int at = 0; at < 8; at++) {
            Socket next = connect();
            pool.add(next);
            ask(next, "/quick");
            answer(next, "/quick");
        }
        // When
        connections.closeIdle(Duration.ofMillis(1));
        // Then
        for (Socket between : pool.subList(2, 6)) {
            assertThat(between.getInputStream().read()).isEqualTo(END);
        }
        for (int next : new int[] {0, 7, 1, 6}) {
            ask(pool.get(next), "/quick");
            answer(pool.get(next), "/quick");
        }
        for (Socket each : pool) {
            each.close();
        }
    }

    private void serve(HttpServerRequest request) {
        connections.requestStarted(request.connection());
        request.response().headersEndHandler(_ -> connections.closeAfterResponse(request));
        request.response().endHandler(_ -> connections.requestEnded(request.connection()));
        if (request.path().equals("/slow")) {
            answered.future().onComplete(_ -> request.response().end(request.path()));
            requestArrived.countDown();
        } else {
            var _ = request.response().end(request.path());
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static void ask(Socket server, String path) throws IOException {
        server.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: it\r\n\r\n".formatted(path).getBytes(US_ASCII));
    }

    /// Reads to the end of the path, which is all that the body holds; the connection stays open.
    private static String answer(Socket server, String path) throws IOException {
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n" + path)) {
            int read = server.getInputStream().read();
            assertThat(read).as(answer.toString()).isNotEqualTo(END);
            answer.append((char) read);
        }
        return answer.toString();
    }
}
