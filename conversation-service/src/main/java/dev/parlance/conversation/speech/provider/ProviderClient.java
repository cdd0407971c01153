package dev.parlance.conversation.speech.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A client of an HTTP endpoint with OpenAI's API. A response is bounded in time, from the first byte sent to the
/// last byte read, and in size; every other outcome than the expected response is a [ProviderFailure].
public final class ProviderClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    private final String name;
    private final URI base;
    private final Optional<String> key;
    private final Duration timeout;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /// @param name    in messages
    /// @param base    such as `https://api.openai.com/v1`
    /// @param key     sent as a bearer token, if present
    /// @param timeout of a call as a whole
    public ProviderClient(String name, URI base, Optional<String> key, Duration timeout) {
        this.name = name;
        this.base = base;
        this.key = key;
        this.timeout = timeout;
    }

    /// @param path             below the base, such as `/audio/speech`
    /// @param maxResponseBytes of the body
    /// @return the body of a 200
    /// @throws ProviderFailure otherwise
    public byte[] post(String path, String contentType, BodyPublisher body, long maxResponseBytes) {
        HttpResponse<byte[]> response = await(http.sendAsync(
                request(path, contentType, body), BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxResponseBytes)));
        if (response.statusCode() != 200) {
            throw failure(response);
        }
        return response.body();
    }

    private HttpRequest request(String path, String contentType, BodyPublisher body) {
        String url = base.toString();
        URI uri = URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path);
        var request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", contentType)
                .POST(body);
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    /// The HTTP client's own timeout ends with the headers; a slow body would be read for ever.
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> response) {
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            response.cancel(true);
            throw ProviderFailure.Unavailable.of(name + " has not answered in time", DEFAULT_RETRY_AFTER);
        } catch (InterruptedException _) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw ProviderFailure.Unavailable.of(name + " was not waited for", DEFAULT_RETRY_AFTER);
        } catch (ExecutionException e) {
            throw ProviderFailure.Unavailable.of(
                    "%s did not answer (%s)"
                            .formatted(name, e.getCause().getClass().getSimpleName()),
                    DEFAULT_RETRY_AFTER);
        }
    }

    /// An error that is caused by the request itself would be repeated. Every other may pass, a wrong key included
    /// once it is corrected.
    private ProviderFailure failure(HttpResponse<?> response) {
        String message = "%s answered %d".formatted(name, response.statusCode());
        return switch (response.statusCode()) {
            case 400, 413, 415, 422 -> new ProviderFailure.Rejected(message);
            default -> ProviderFailure.Unavailable.of(message, retryAfter(response));
        };
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        Duration wanted = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(DEFAULT_RETRY_AFTER);
        return wanted.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wanted;
    }
}
