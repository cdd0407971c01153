package dev.parlance.benchmark.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.installation.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A client that wants to hear something; its connections are kept.
final class SpeechCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /// @param service address of a conversation-service
    JsonNode speak(String service, String text) throws InterruptedException {
        String body = JSON.createObjectNode()
                .put("text", text)
                .put("language", "en")
                .put("format", "mp3")
                .toString();
        return json(sent(HttpRequest.newBuilder(URI.create(service + "/v1/speech"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    /// @return how many bytes there are
    int fetch(String url) throws InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build()).length;
    }

    private byte[] sent(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw Failure.failed(
                        "%s was answered by status %d.".formatted(request.uri().getPath(), answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw Failure.failed(
                    "%s was not answered (%s).".formatted(request.uri().getPath(), e));
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Failure.failed("The answer is no JSON (%s).".formatted(e.getMessage()));
        }
    }
}
