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

/// What waits in a service, in one line.
public final class WaitingWork {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /// Empty where the service does not answer.
    public Optional<String> line(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/admin/pipeline"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(line(JSON.readTree(answer.body()))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static String line(JsonNode pipeline) {
        var waiting = new StringJoiner(", ");
        long setAside = 0;
        for (JsonNode stage : pipeline.path("stages")) {
            JsonNode rows = stage.path("rowsWaiting");
            JsonNode count = rows.isNumber() ? rows : stage.path("lag");
            waiting.add(stage.path("stage").asText() + " " + (count.isNumber() ? count.asText() : "unknown"));
            setAside += stage.path("quarantined").asLong();
        }
        return "%s; set aside %d".formatted(waiting, setAside);
    }
}
