package dev.parlance.conversation.dialogue.analysis;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.json.WireJson;
import dev.parlance.conversation.dialogue.analysis.PeerResponse.Found;
import dev.parlance.conversation.dialogue.analysis.PeerResponse.NoResponse;
import dev.parlance.conversation.dialogue.analysis.PeerResponse.NotFound;
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

/// Calls the public HTTP interface of the other services, without blocking a thread and with a short timeout. Never
/// called within a transaction. The result never fails: an error is a [PeerResponse.NoResponse].
@ApplicationScoped
public class PeerClient {
    private static final JsonMapper JSON = WireJson.boundedMapper();
    private static final long MAX_RESPONSE_BYTES = 8 << 20;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final PeerConfig config;
    private final HttpClient http;

    PeerClient(PeerConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.requestTimeout())
                .build();
    }

    /// The analysis of a turn, from analysis-service.
    public CompletableFuture<PeerResponse> fetchAnalysis(UUID turn) {
        return send(config.analysisUrl(), "/v1/turns/%s/analysis".formatted(turn));
    }

    /// The day in which a turn was counted, from summary-service.
    public CompletableFuture<PeerResponse> fetchDay(UUID turn) {
        return send(config.summaryUrl(), "/v1/turns/%s/day".formatted(turn));
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private CompletableFuture<PeerResponse> send(URI service, String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service.toString().replaceFirst("/+$", "") + path))
                .timeout(config.requestTimeout())
                .header("Accept", "application/json")
                .build();
        return http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_RESPONSE_BYTES))
                .orTimeout(config.requestTimeout().toMillis(), TimeUnit.MILLISECONDS) // includes reading the body
                .thenApply(PeerClient::parse)
                .exceptionally(_ -> new NoResponse());
    }

    private static PeerResponse parse(HttpResponse<byte[]> response) {
        try {
            return switch (response.statusCode()) {
                case OK -> new Found(JSON.readTree(response.body()));
                case NOT_FOUND -> new NotFound();
                default -> new NoResponse();
            };
        } catch (IOException e) {
            return new NoResponse();
        }
    }
}
