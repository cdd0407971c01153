package dev.parlance.cli.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;

/// The backlog of a service in one line.
public final class ServiceBacklog {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /// Empty if the service does not response.
    public Optional<String> summary(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/admin/pipeline"))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? Optional.of(summary(JSON.readTree(response.body())))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static String summary(JsonNode pipeline) {
        var waiting = new StringJoiner(", ");
        long quarantined = 0;
        for (JsonNode stage : pipeline.path("stages")) {
            JsonNode rows = stage.path("rowsWaiting");
            JsonNode count = rows.isNumber() ? rows : stage.path("lag");
            waiting.add(stage.path("stage").asText() + " " + (count.isNumber() ? count.asText() : "unknown"));
            quarantined += stage.path("quarantined").asLong();
        }
        return "%s; set aside %d".formatted(waiting, quarantined);
    }
}
