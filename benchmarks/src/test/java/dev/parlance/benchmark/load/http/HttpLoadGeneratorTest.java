package dev.parlance.benchmark.load.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.report.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a server that is none of ours.
class HttpLoadGeneratorTest {
    private static final byte[] LONG_ANSWER = "ありがとう".repeat(50_000).getBytes(UTF_8);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> paths = new ConcurrentSkipListSet<>();
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final Collection<JsonNode> bodies = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private volatile int status = 201;
    private volatile boolean chunked;
    private volatile byte[] answer = "{}".getBytes(UTF_8);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        clients.add(exchange.getRemoteAddress());
        bodies.add(JsonMapper.builder().build().readTree(exchange.getRequestBody()));
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : chunked ? 0 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void everyRequestIsAnsweredOnceOverConnectionsThatStayOpen() {
        var crowd = new SimulatedLearners("learner-", 10);

        HttpResponses answers = send(crowd.turnRequests(), LoadProfile.burst(200), 4);

        assertThat(answers.requireOnly(201).count(201)).isEqualTo(200);
        assertThat(answers.milliseconds().size()).isEqualTo(200);
        assertThat(paths).hasSize(200).allMatch(path -> path.startsWith("PUT /v1/conversations/"));
        assertThat(clients).hasSize(4);
        assertThat(bodies).allMatch(body -> body.has("learnerText") && body.size() == 3);
    }

    @Test
    void aBatchHoldsItsTurnsUnderIdsOfTheirOwn() {
        var crowd = new SimulatedLearners("learner-", 3);

        send(crowd.batchRequests(100), LoadProfile.burst(6), 2);

        assertThat(paths).hasSize(3).allMatch(path -> path.endsWith("/turns:batch"));
        assertThat(bodies.stream()
                        .flatMap(body -> body.get("turns").valueStream())
                        .map(turn -> UUID.fromString(turn.get("id").asText()))
                        .peek(id -> assertThat(id.version()).isEqualTo(4))
                        .distinct())
                .hasSize(600);
    }

    @Test
    void aLongAnswerIsReadToItsEnd() {
        answer = LONG_ANSWER;

        assertThat(send(new SimulatedLearners("learner-", 1).turnRequests(), LoadProfile.burst(5), 1)
                        .count(201))
                .isEqualTo(5);
    }

    @Test
    void anAnswerMayComeInChunks() {
        answer = LONG_ANSWER;
        chunked = true;

        assertThat(send(new SimulatedLearners("learner-", 1).turnRequests(), LoadProfile.burst(5), 2)
                        .count(201))
                .isEqualTo(5);
    }

    @Test
    void anAnswerMayBeEmpty() {
        answer = new byte[0];

        assertThat(send(new SimulatedLearners("learner-", 1).turnRequests(), LoadProfile.burst(5), 2)
                        .count(201))
                .isEqualTo(5);
    }

    @Test
    void aRequestMayBeLargerThanTheSocketTakesAtOnce() {
        byte[] body = ("\"" + "a".repeat(1_000_000) + "\"").getBytes(UTF_8);
        HttpRequests large = (_, to) -> to.put("PUT /large HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                        .formatted(body.length)
                        .getBytes(UTF_8))
                .put(body);

        send(large, LoadProfile.burst(3), 2);

        assertThat(bodies).hasSize(3).allMatch(read -> read.asText().length() == 1_000_000);
    }

    @Test
    void requestsOfAnOpenLoopAreSentWhenTheyAreDue() {
        var answers = send(
                new SimulatedLearners("learner-", 5).turnRequests(),
                LoadProfile.openLoop(200, Duration.ofMillis(500)),
                3);

        assertThat(answers.count(201)).isEqualTo(100);
        assertThat(answers.seconds()).isGreaterThan(0.49);
    }

    @Test
    void aRefusalIsToldByItsStatus() {
        status = 503;
        HttpResponses answers = send(new SimulatedLearners("learner-", 1).turnRequests(), LoadProfile.burst(2), 1);

        assertThatThrownBy(() -> answers.requireOnly(201))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("503=2");
    }

    @Test
    void anOverloadedServiceIsNotStormed() {
        status = 503;

        HttpResponses answers = send(
                new SimulatedLearners("learner-", 1).turnRequests(), LoadProfile.closedLoop(Duration.ofMillis(350)), 2);

        assertThat(answers.count(503)).isLessThanOrEqualTo(8);
    }

    @Test
    void aServerThatGoesAwayIsToldInOneSentence() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var driver = HttpLoadGenerator.connect(silent.getLocalPort(), 1)) {
            silent.accept().close();

            assertThatThrownBy(() -> driver.send((_, to) -> put(to), LoadProfile.burst(1)))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("broke");
        }
    }

    private static void put(ByteBuffer to) {
        to.put("PUT / HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
    }

    private HttpResponses send(HttpRequests requests, LoadProfile pace, int connections) {
        try (var driver = HttpLoadGenerator.connect(server.getAddress().getPort(), connections)) {
            return driver.send(requests, pace);
        }
    }
}
