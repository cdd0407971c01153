package dev.parlance.cli.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.http.RetryingHttpClient;
import dev.parlance.cli.http.ServiceResponse;
import dev.parlance.cli.terminal.CommandFailure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;

/// One conversation over the public API. The ids are generated here, so that each request may be repeated.
public final class ChatClient {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final RetryingHttpClient http;
    private final UUID conversation;

    public ChatClient(URI service, RetryingHttpClient http) {
        this(service.toString().replaceFirst("/+$", ""), http, UUID.randomUUID());
    }

    private ChatClient(String service, RetryingHttpClient http, UUID conversation) {
        this.service = service;
        this.http = http;
        this.conversation = conversation;
    }

    /// The same conversation with another retry timeout.
    public ChatClient withHttp(RetryingHttpClient other) {
        return new ChatClient(service, other, conversation);
    }

    /// Creates the conversation.
    ///
    /// @param learner  null for a guest
    /// @param language null if unknown; then words have no language either
    /// @return the learner's id
    public String begin(String learner, String language) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.put("channel", "app");
        if (learner != null) {
            body.put("learnerId", learner);
        }
        if (language != null) {
            body.put("language", language);
        }
        return requireSuccess(http.send(json("").PUT(bytes(body)).build()))
                .path("learnerId")
                .asText();
    }

    /// @param turn its id
    public void putTurn(UUID turn, String text) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("learnerText", text);
        requireSuccess(http.send(json("/turns/" + turn).PUT(bytes(body)).build()));
    }

    public void end() throws InterruptedException {
        requireSuccess(
                http.send(json("/end").POST(bytes(JSON.createObjectNode())).build()));
    }

    /// The URI of its live stream.
    public URI liveStream() {
        return URI.create(path("/live"));
    }

    private static JsonNode requireSuccess(ServiceResponse response) {
        if (!response.isSuccess()) {
            throw CommandFailure.failed("It was refused: " + response.reason());
        }
        return response.body();
    }

    private String path(String suffix) {
        return service + "/v1/conversations/" + conversation + suffix;
    }

    private HttpRequest.Builder json(String suffix) {
        return HttpRequest.newBuilder(URI.create(path(suffix)))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
    }

    private static HttpRequest.BodyPublisher bytes(JsonNode body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always writable", impossible);
        }
    }
}
