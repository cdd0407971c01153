package dev.parlance.cli.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.http.RetryingHttpClient;
import dev.parlance.cli.http.ServiceResponse;
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

/// The requests of an import to conversation-service. Each may be repeated, because all ids are generated here.
final class ConversationClient {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final String service;
    private final RetryingHttpClient http;

    ConversationClient(URI service, RetryingHttpClient http) {
        this.service = service.toString().replaceFirst("/+$", "");
        this.http = http;
    }

    ServiceResponse putConversation(UUID conversation, ObjectNode body) throws InterruptedException {
        return http.send(json("/v1/conversations/" + conversation)
                .PUT(BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    /// @param turns as JSON
    ServiceResponse postTurns(UUID conversation, List<byte[]> turns) throws InterruptedException {
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

    /// Ends a conversation at a time that may be long ago.
    ServiceResponse endConversation(UUID conversation, Instant endedAt) throws InterruptedException {
        ObjectNode body = TranscriptConversation.JSON.createObjectNode().put("endedAt", endedAt.toString());
        return http.send(json("/v1/conversations/" + conversation + "/end")
                .POST(BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
    }

    static byte[] bytes(JsonNode json) {
        try {
            return TranscriptConversation.JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
