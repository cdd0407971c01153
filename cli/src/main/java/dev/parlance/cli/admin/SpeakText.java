package dev.parlance.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.terminal.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks the conversation-service for speech, and the store for its sound.
public final class SpeakText {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final Target service;

    public SpeakText(Target service) {
        this.service = service;
    }

    /// How it is to sound; null where the service decides.
    public record Manner(String language, String voice, BigDecimal speed, String format) {}

    /// @return the service's answer: where the sound is
    public JsonNode speak(String text, Manner manner) throws InterruptedException {
        ObjectNode body = Target.JSON.createObjectNode().put("text", text).put("language", manner.language());
        if (manner.voice() != null) {
            body.put("voice", manner.voice());
        }
        if (manner.speed() != null) {
            body.put("speed", manner.speed());
        }
        if (manner.format() != null) {
            body.put("format", manner.format());
        }
        return service.accepted(service.post("/v1/speech", body));
    }

    /// @param speech an answer of the service
    public void write(JsonNode speech, OutputStream to) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(speech.path("url").asText()))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<InputStream> answer = HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream sound = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw Failure.failed("The store answered %d for the sound.".formatted(answer.statusCode()));
                }
                sound.transferTo(to);
                to.flush();
            }
        } catch (IOException e) {
            throw Failure.environment("The sound could not be fetched and written (%s).".formatted(e.getMessage()));
        }
    }
}
