package dev.parlance.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.http.ServiceClient;
import dev.parlance.cli.terminal.CommandFailure;
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

/// Requests speech from conversation-service and downloads its audio.
public final class SpeakText {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();

    private final ServiceClient service;

    public SpeakText(ServiceClient service) {
        this.service = service;
    }

    /// Options of the speech; null for the default of the service.
    public record SpeechOptions(String language, String voice, BigDecimal speed, String format) {}

    /// @return the response, which contains the URL of the audio
    public JsonNode speak(String text, SpeechOptions manner) throws InterruptedException {
        ObjectNode body =
                ServiceClient.JSON.createObjectNode().put("text", text).put("language", manner.language());
        if (manner.voice() != null) {
            body.put("voice", manner.voice());
        }
        if (manner.speed() != null) {
            body.put("speed", manner.speed());
        }
        if (manner.format() != null) {
            body.put("format", manner.format());
        }
        return service.requireSuccess(service.post("/v1/speech", body));
    }

    /// @param speech the response of the service
    public void writeAudio(JsonNode speech, OutputStream to) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(speech.path("url").asText()))
                .timeout(REQUEST_TIMEOUT)
                .build();
        try {
            HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream audio = response.body()) {
                if (response.statusCode() != 200) {
                    throw CommandFailure.failed(
                            "The store answered %d for the sound.".formatted(response.statusCode()));
                }
                audio.transferTo(to);
                to.flush();
            }
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "The sound could not be fetched and written (%s).".formatted(e.getMessage()));
        }
    }
}
