package dev.parlance.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.http.Answer;
import dev.parlance.cli.http.PatientHttp;
import dev.parlance.cli.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/// A service whose administration is called: each call once, with an answer at once or a failure that names the way
/// out.
///
/// @param name what people call it: `analysis-service`
public record Target(String name, URI url) {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE_WITH_ONE_ANSWER = Duration.ofSeconds(30);
    private static final int BAD_REQUEST = 400;

    Answer get(String path) throws InterruptedException {
        return get(path, Duration.ZERO, Thread::sleep);
    }

    /// Bears a service that is away for so long.
    Answer get(String path, Duration patience, PatientHttp.Rest rest) throws InterruptedException {
        return new PatientHttp(patience, rest, System::nanoTime, _ -> {})
                .send(request(path).GET().build());
    }

    Answer post(String path, JsonNode body) throws InterruptedException {
        return once(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    Answer delete(String path) throws InterruptedException {
        return once(request(path).DELETE().build());
    }

    /// The answer's body, if the service did what it was asked to.
    JsonNode accepted(Answer answer) {
        if (answer.accepted()) {
            return answer.body();
        }
        String sentence = "%s: %s".formatted(name, answer.reason());
        throw answer.status() == BAD_REQUEST ? Failure.usage(sentence) : Failure.failed(sentence);
    }

    private Answer once(HttpRequest request) throws InterruptedException {
        return new PatientHttp(Duration.ZERO, Thread::sleep, System::nanoTime, _ -> {}).send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/+$", "") + path))
                .timeout(PATIENCE_WITH_ONE_ANSWER)
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
