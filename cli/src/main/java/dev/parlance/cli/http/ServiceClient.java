package dev.parlance.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/// Calls the administration of a service. Each call is sent once.
///
/// @param name for messages: `analysis-service`
public record ServiceClient(String name, URI url) {
    public static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int BAD_REQUEST = 400;

    public ServiceResponse get(String path) throws InterruptedException {
        return get(path, Duration.ZERO, Thread::sleep);
    }

    /// Retries while the service is away.
    public ServiceResponse get(String path, Duration retryTimeout, RetryingHttpClient.Sleeper sleeper)
            throws InterruptedException {
        return new RetryingHttpClient(retryTimeout, sleeper, System::nanoTime, _ -> {})
                .send(request(path).GET().build());
    }

    public ServiceResponse post(String path, JsonNode body) throws InterruptedException {
        return sendOnce(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    public ServiceResponse delete(String path) throws InterruptedException {
        return sendOnce(request(path).DELETE().build());
    }

    /// The body of a response.
    ///
    /// @throws CommandFailure unless its status is 2xx
    public JsonNode requireSuccess(ServiceResponse response) {
        if (response.isSuccess()) {
            return response.body();
        }
        String sentence = "%s: %s".formatted(name, response.reason());
        throw response.status() == BAD_REQUEST ? CommandFailure.usage(sentence) : CommandFailure.failed(sentence);
    }

    private ServiceResponse sendOnce(HttpRequest request) throws InterruptedException {
        return new RetryingHttpClient(Duration.ZERO, Thread::sleep, System::nanoTime, _ -> {}).send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/+$", "") + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json, application/problem+json");
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
