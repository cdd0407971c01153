package dev.parlance.benchmark.gold;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.benchmark.installation.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks `POST /v1/analyze`, one text after the other over one connection.
///
/// @param service the address of an analysis-service
public record Analyses(String service) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// With escapes, so that half a surrogate pair can be sent.
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// An answer of any status.
    ///
    /// @param took from the first byte sent until it was read
    record Answer(int status, JsonNode body, Duration took) {}

    /// Returns when the language is loaded.
    public void load(String language) throws InterruptedException {
        of("a あ", language);
    }

    /// @param language null: to be detected
    /// @throws Failure if it is refused
    Analysis of(String text, String language) throws InterruptedException {
        Answer answer = ask(text, language);
        if (answer.status() != 200) {
            throw Failure.failed("“%s” was refused (%d): %s".formatted(text, answer.status(), answer.body()));
        }
        return new Analysis(answer.body(), answer.took());
    }

    Answer ask(String text, String language) throws InterruptedException {
        ObjectNode question = JSON.createObjectNode().put("text", text);
        if (language != null) {
            question.put("language", language);
        }
        try {
            return send(JSON.writeValueAsString(question));
        } catch (IOException e) {
            throw Failure.failed("“%.40s…” in %s was not answered (%s).".formatted(text, language, e));
        }
    }

    private Answer send(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/v1/analyze"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        JsonNode read = JSON.readTree(answer.body());
        return new Answer(answer.statusCode(), read, Duration.ofNanos(System.nanoTime() - begun));
    }
}
