package dev.parlance.fault.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.JsonHttpClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/// Sends each request once.
public final class ApiClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final JsonHttpClient http = new JsonHttpClient(TIMEOUT, TIMEOUT);
    private final Supplier<String> service;

    /// @param service base URL of a conversation-service, called for each request
    public ApiClient(Supplier<String> service) {
        this.service = service;
    }

    /// Starts the conversation that a turn belongs to.
    public ApiResponse startConversation(SimulatedTurn turn) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("learnerId", turn.learner())
                .put("language", "en")
                .put("channel", turn.channel())
                .put("timeZone", turn.timeZone())
                .put("module", turn.module());
        return put("/v1/conversations/" + turn.conversation(), body.toString());
    }

    public ApiResponse putTurn(SimulatedTurn turn) throws InterruptedException {
        return put("/v1/conversations/%s/turns/%s".formatted(turn.conversation(), turn.turn()), turnBody(turn));
    }

    /// A turn's body, as it is sent each time.
    public static String turnBody(SimulatedTurn turn) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("learnerText", turn.learnerText())
                .put("replyText", turn.replyText())
                .put("occurredAt", turn.occurredAt().toString())
                .put("durationMs", turn.durationMs())
                .toString();
    }

    public ApiResponse put(String path, String body) throws InterruptedException {
        return send("PUT", path, body);
    }

    public ApiResponse post(String path, String body) throws InterruptedException {
        return send("POST", path, body);
    }

    public ApiResponse get(String path) throws InterruptedException {
        return send("GET", path, "");
    }

    private ApiResponse send(String method, String path, String body) throws InterruptedException {
        try {
            HttpResult result = http.send(method, service.get() + path, body);
            return new ApiResponse(
                    Outcome.of(result.status()),
                    result.status(),
                    result.headers().firstValue("Retry-After").isPresent(),
                    result.text());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new ApiResponse(Outcome.NOT_CONNECTED, 0, false, "");
        } catch (HttpTimeoutException e) {
            return new ApiResponse(Outcome.UNKNOWN, 0, false, String.valueOf(e));
        } catch (IOException e) {
            return new ApiResponse(Outcome.CLOSED, 0, false, String.valueOf(e));
        }
    }
}
