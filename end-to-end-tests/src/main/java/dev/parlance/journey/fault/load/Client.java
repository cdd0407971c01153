package dev.parlance.journey.fault.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.ledger.Said;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/// One attempt at a time; nothing is tried again here.
public final class Client {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Supplier<String> service;

    /// @param service the address of a conversation-service, asked for with each request
    public Client(Supplier<String> service) {
        this.service = service;
    }

    /// Starts the conversation that a turn belongs to.
    public Answer start(Said said) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("learnerId", said.learner())
                .put("language", "en")
                .put("channel", said.channel())
                .put("timeZone", said.timeZone())
                .put("module", said.module());
        return put("/v1/conversations/" + said.conversation(), body.toString());
    }

    public Answer say(Said said) throws InterruptedException {
        return put("/v1/conversations/%s/turns/%s".formatted(said.conversation(), said.turn()), body(said));
    }

    /// A turn's body, as it is sent each time.
    public static String body(Said said) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("learnerText", said.learnerText())
                .put("replyText", said.replyText())
                .put("occurredAt", said.occurredAt().toString())
                .put("durationMs", said.durationMs())
                .toString();
    }

    public Answer put(String path, String body) throws InterruptedException {
        return send(path, "PUT", body);
    }

    public Answer post(String path, String body) throws InterruptedException {
        return send(path, "POST", body);
    }

    public Answer get(String path) throws InterruptedException {
        return send(path, "GET", "");
    }

    private Answer send(String path, String method, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.get() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            int retryAfter = answer.headers()
                    .firstValue("Retry-After")
                    .map(Integer::parseInt)
                    .orElse(-1);
            return new Answer(Outcome.of(answer.statusCode()), answer.statusCode(), retryAfter, answer.body());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer(Outcome.NOT_CONNECTED, 0, -1, "");
        } catch (IOException e) {
            return new Answer(Outcome.UNKNOWN, 0, -1, String.valueOf(e));
        }
    }
}
