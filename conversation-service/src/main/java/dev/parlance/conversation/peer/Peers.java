package dev.parlance.conversation.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.conversation.peer.PeerAnswer.Found;
import dev.parlance.conversation.peer.PeerAnswer.Missing;
import dev.parlance.conversation.peer.PeerAnswer.Unanswered;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The other services, asked over their public calls; never for long, never while something is written, and without a
/// thread that waits. What is answered never fails.
@ApplicationScoped
public class Peers {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final PeerConfig config;
    private final ObjectMapper json;
    private final HttpClient http;

    Peers(PeerConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.patience())
                .build();
    }

    /// What analysis-service has found in a turn.
    public CompletableFuture<PeerAnswer> analysis(UUID turn) {
        return ask(config.analysisUrl(), "/v1/turns/%s/analysis".formatted(turn));
    }

    /// The day in which summary-service has counted a turn.
    public CompletableFuture<PeerAnswer> day(UUID turn) {
        return ask(config.summaryUrl(), "/v1/turns/%s/day".formatted(turn));
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private CompletableFuture<PeerAnswer> ask(URI service, String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service.toString().replaceFirst("/+$", "") + path))
                .timeout(config.patience())
                .header("Accept", "application/json")
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .orTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS) // the body, too
                .thenApply(this::read)
                .exceptionally(_ -> new Unanswered());
    }

    private PeerAnswer read(HttpResponse<byte[]> answer) {
        try {
            return switch (answer.statusCode()) {
                case OK -> new Found(json.readTree(answer.body()));
                case NOT_FOUND -> new Missing();
                default -> new Unanswered();
            };
        } catch (IOException e) {
            return new Unanswered();
        }
    }
}
