package dev.parlance.conversation.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.WireJson;
import dev.parlance.conversation.trace.Sighting.NotSeen;
import dev.parlance.conversation.trace.Sighting.Seen;
import dev.parlance.conversation.trace.Sighting.Unanswered;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The other services, asked over their public calls; never for long, and never while something is written.
@ApplicationScoped
class OtherServices {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final TraceConfig config;
    private final ObjectMapper json;
    private final HttpClient http;

    OtherServices(TraceConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.patience())
                .build();
    }

    CompletableFuture<Sighting> analysed(UUID turn) {
        return ask(
                config.analysisUrl(),
                "/v1/turns/%s/analysis".formatted(turn),
                analysis -> analysis.at("/jobs/0/createdAt"));
    }

    CompletableFuture<Sighting> summarised(UUID turn) {
        return ask(config.summaryUrl(), "/v1/turns/%s/day".formatted(turn), day -> day.path("countedAt"));
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private CompletableFuture<Sighting> ask(URI service, String path, Function<JsonNode, JsonNode> instant) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service.toString().replaceFirst("/+$", "") + path))
                .timeout(config.patience())
                .header("Accept", "application/json")
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(answer -> sighting(answer, instant))
                .exceptionally(_ -> new Unanswered());
    }

    private Sighting sighting(HttpResponse<byte[]> answer, Function<JsonNode, JsonNode> instant) {
        try {
            return switch (answer.statusCode()) {
                case OK -> {
                    JsonNode at = instant.apply(json.readTree(answer.body()));
                    yield at.isTextual() ? new Seen(WireJson.parseInstant(at.textValue())) : new NotSeen();
                }
                case NOT_FOUND -> new NotSeen();
                default -> new Unanswered();
            };
        } catch (IOException | DateTimeException e) {
            return new Unanswered();
        }
    }
}
