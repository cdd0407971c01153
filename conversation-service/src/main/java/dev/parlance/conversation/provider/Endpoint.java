package dev.parlance.conversation.provider;

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

/// An HTTP endpoint that speaks as OpenAI's does. An answer is bounded in time, from the first byte sent to the last
/// byte read, and in size; what is not the answer that was asked for is a [ProviderFailure].
public final class Endpoint {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final String name;
    private final URI base;
    private final Optional<String> key;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /// @param name     in messages
    /// @param base     such as `https://api.openai.com/v1`
    /// @param key      sent as a bearer's token, where there is one
    /// @param patience how long a call may take as a whole
    public Endpoint(String name, URI base, Optional<String> key, Duration patience) {
        this.name = name;
        this.base = base;
        this.key = key;
        this.patience = patience;
    }

    /// @param path below the base, such as `/audio/speech`
    /// @param most bytes of the answer
    /// @return the body of a good answer
    /// @throws ProviderFailure otherwise
    public byte[] post(String path, String contentType, BodyPublisher body, long most) {
        HttpResponse<byte[]> answer = within(http.sendAsync(
                request(path, contentType, body), BodyHandlers.limiting(BodyHandlers.ofByteArray(), most)));
        if (answer.statusCode() != 200) {
            throw failure(answer);
        }
        return answer.body();
    }

    private HttpRequest request(String path, String contentType, BodyPublisher body) {
        String at = base.toString();
        URI uri = URI.create((at.endsWith("/") ? at.substring(0, at.length() - 1) : at) + path);
        var request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Content-Type", contentType)
                .POST(body);
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    /// The client's own time-out ends with the headers; a body may trickle for ever.
    private HttpResponse<byte[]> within(CompletableFuture<HttpResponse<byte[]>> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw ProviderFailure.Away.now(name + " has not answered in time", SOON);
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw ProviderFailure.Away.now(name + " was not waited for", SOON);
        } catch (ExecutionException e) {
            throw ProviderFailure.Away.now(
                    "%s did not answer (%s)"
                            .formatted(name, e.getCause().getClass().getSimpleName()),
                    SOON);
        }
    }

    /// What the request itself is the reason of would be refused again; everything else may pass: wrong keys too,
    /// once somebody has corrected them.
    private ProviderFailure failure(HttpResponse<?> answer) {
        String message = "%s answered %d".formatted(name, answer.statusCode());
        return switch (answer.statusCode()) {
            case 400, 413, 415, 422 -> new ProviderFailure.Refused(message);
            default -> ProviderFailure.Away.now(message, wish(answer));
        };
    }

    private static Duration wish(HttpResponse<?> answer) {
        Duration wanted = answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(SOON);
        return wanted.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wanted;
    }
}
