package dev.parlance.cli.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.http.Answer;
import dev.parlance.cli.http.PatientHttp;
import dev.parlance.cli.terminal.Failure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;

/// One conversation over the public calls; its ids are made here, so that each call may be sent again.
public final class ChatClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final PatientHttp http;
    private final UUID conversation;

    public ChatClient(URI service, PatientHttp http) {
        this(service.toString().replaceFirst("/+$", ""), http, UUID.randomUUID());
    }

    private ChatClient(String service, PatientHttp http, UUID conversation) {
        this.service = service;
        this.http = http;
        this.conversation = conversation;
    }

    /// The same conversation, with other patience.
    public ChatClient with(PatientHttp other) {
        return new ChatClient(service, other, conversation);
    }

    /// Begins the conversation.
    ///
    /// @param learner  null: a guest
    /// @param language null: not said, so that words have no language either
    /// @return whose it is
    public String begin(String learner, String language) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.put("channel", "app");
        if (learner != null) {
            body.put("learnerId", learner);
        }
        if (language != null) {
            body.put("language", language);
        }
        return accepted(http.send(json("").PUT(bytes(body)).build()))
                .path("learnerId")
                .asText();
    }

    /// @param turn its id
    public void say(UUID turn, String text) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("learnerText", text);
        accepted(http.send(json("/turns/" + turn).PUT(bytes(body)).build()));
    }

    public void end() throws InterruptedException {
        accepted(http.send(json("/end").POST(bytes(JSON.createObjectNode())).build()));
    }

    /// Where its live stream is.
    public URI live() {
        return URI.create(path("/live"));
    }

    private static JsonNode accepted(Answer answer) {
        if (!answer.accepted()) {
            throw Failure.failed("It was refused: " + answer.reason());
        }
        return answer.body();
    }

    private String path(String rest) {
        return service + "/v1/conversations/" + conversation + rest;
    }

    private HttpRequest.Builder json(String rest) {
        return HttpRequest.newBuilder(URI.create(path(rest)))
                .timeout(PATIENCE)
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
