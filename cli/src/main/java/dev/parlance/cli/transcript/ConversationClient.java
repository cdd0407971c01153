package dev.parlance.cli.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.http.Answer;
import dev.parlance.cli.http.PatientHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The calls of conversation-service that an import needs. Each may be sent again as often as it takes, since all
/// ids are made here.
final class ConversationClient {
    private static final Duration PATIENCE_WITH_ONE_ANSWER = Duration.ofSeconds(30);

    private final String service;
    private final PatientHttp http;

    ConversationClient(URI service, PatientHttp http) {
        this.service = service.toString().replaceFirst("/+$", "");
        this.http = http;
    }

    Answer put(UUID conversation, ObjectNode body) throws InterruptedException {
        return http.send(json("/v1/conversations/" + conversation)
                .PUT(BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    /// The turns are JSON already.
    Answer turns(UUID conversation, List<byte[]> turns) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {'{', '"', 't', 'u', 'r', 'n', 's', '"', ':'});
        char before = '[';
        for (byte[] turn : turns) {
            body.write(before);
            body.writeBytes(turn);
            before = ',';
        }
        body.writeBytes(new byte[] {']', '}'});
        return http.send(json("/v1/conversations/" + conversation + "/turns:batch")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /// Ends a conversation in its own time, which may be long ago.
    Answer end(UUID conversation, Instant endedAt) throws InterruptedException {
        ObjectNode body = Sitting.JSON.createObjectNode().put("endedAt", endedAt.toString());
        return http.send(json("/v1/conversations/" + conversation + "/end")
                .POST(BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .timeout(PATIENCE_WITH_ONE_ANSWER)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
    }

    static byte[] bytes(JsonNode json) {
        try {
            return Sitting.JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
