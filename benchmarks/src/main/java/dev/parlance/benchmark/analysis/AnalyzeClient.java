package dev.parlance.benchmark.analysis;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.JsonHttpClient;
import java.io.IOException;
import java.time.Duration;

/// Asks `POST /v1/analyze`, one text after the other over one connection.
///
/// @param serviceUrl the address of an analysis-service
public record AnalyzeClient(String serviceUrl) {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    /// With escapes, so that half a surrogate pair can be sent.
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final JsonHttpClient HTTP = new JsonHttpClient(REQUEST_TIMEOUT, REQUEST_TIMEOUT);

    /// An answer of any status.
    ///
    /// @param duration from the first byte sent until it was read
    record TimedResponse(int status, JsonNode body, Duration duration) {}

    /// Returns when the language is loaded.
    public void loadLanguage(String language) throws InterruptedException {
        analyze("a あ", language);
    }

    /// @param language null: to be detected
    /// @throws Failure if it is refused
    AnalyzedText analyze(String text, String language) throws InterruptedException {
        TimedResponse answer = request(text, language);
        if (answer.status() != 200) {
            throw Failure.failed("“%s” was refused (%d): %s".formatted(text, answer.status(), answer.body()));
        }
        return new AnalyzedText(answer.body(), answer.duration());
    }

    TimedResponse request(String text, String language) throws InterruptedException {
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

    private TimedResponse send(String body) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResult result = HTTP.send("POST", serviceUrl + "/v1/analyze", body);
        JsonNode json = result.json();
        return new TimedResponse(result.status(), json, Duration.ofNanos(System.nanoTime() - begun));
    }
}
