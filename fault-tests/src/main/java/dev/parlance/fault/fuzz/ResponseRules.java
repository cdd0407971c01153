package dev.parlance.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fault.fuzz.request.FuzzData;
import dev.parlance.fault.fuzz.request.FuzzRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What holds of every answer, whatever was asked: it comes; it is no 5xx but a 503 that says when to come back; a
/// refusal is a documented problem that tells nothing of the request's text and of what is inside the service.
final class ResponseRules {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> HTTP_STATUSES = Set.of(400, 404, 413, 414, 431, 505);

    /// Parts of messages that only somebody inside may see.
    private static final List<String> INTERNALS = List.of(
            "Exception",
            "\tat ",
            "Caused by",
            "dev.parlance",
            "java.",
            "io.quarkus",
            "org.jboss",
            "com.fasterxml",
            "org.postgresql",
            "SQLSTATE",
            "ERROR:",
            "insert into",
            "select *",
            "duplicate key",
            "violates");

    private final ProblemTypes types;

    ResponseRules(ProblemTypes types) {
        this.types = types;
    }

    /// @return what does not hold, as one sentence without parts of the answer
    Optional<String> violation(FuzzRequest request, FuzzResponse response) {
        if (response.status() == 0 || response.failure().isPresent()) {
            boolean expected = request.unanswerable() || request.isLongPoll();
            return expected ? Optional.empty() : response.failure();
        }
        if (response.status() >= 500 && response.status() != 503) {
            return Optional.of("answered %d".formatted(response.status()));
        }
        if (response.status() < 400) {
            return successViolation(response);
        }
        if (request.method().equals("HEAD") || isRefusedByHttp(request, response)) {
            return Optional.empty();
        }
        if (response.status() == 503 && response.header("Retry-After").isEmpty()) {
            return Optional.of("answered 503 without Retry-After");
        }
        if (!response.contentType().startsWith("application/problem+json")) {
            return Optional.of("answered %d with a body of type \"%s\" and %d bytes"
                    .formatted(response.status(), response.contentType(), response.body().length));
        }
        return problemViolation(json(response), response.status());
    }

    /// Its head is no HTTP that the service reads, or its body has no end.
    private static boolean isRefusedByHttp(FuzzRequest request, FuzzResponse response) {
        return request.unanswerable() && response.body().length == 0 && HTTP_STATUSES.contains(response.status());
    }

    private Optional<String> successViolation(FuzzResponse response) {
        boolean isJson = response.contentType().startsWith("application/json");
        if (!isJson || response.body().length == 0) {
            return Optional.empty();
        }
        JsonNode answer = json(response);
        if (answer.isMissingNode()) {
            return Optional.of("answered %d with a body that is not JSON".formatted(response.status()));
        }
        if (response.status() == 207) {
            for (JsonNode result : answer.path("results")) {
                JsonNode problem = result.path("problem");
                Optional<String> violation = problem.isObject()
                        ? problemViolation(problem, problem.path("status").asInt())
                        : Optional.empty();
                if (violation.isPresent()) {
                    return violation.map(sentence -> "a turn of a batch " + sentence);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> problemViolation(JsonNode problem, int status) {
        String type = problem.path("type").asText();
        if (!types.isDocumented(type, status)) {
            return Optional.of("answered %d with a type that is not documented for it: \"%s\""
                    .formatted(status, type.length() > 60 ? type.substring(0, 60) : type));
        }
        if (problem.path("status").asInt() != status) {
            return Optional.of("answered %d with another status in its body".formatted(status));
        }
        if (problem.path("title").asText().isBlank()
                || problem.path("detail").asText().isBlank()) {
            return Optional.of("answered %d without a title or a detail".formatted(status));
        }
        return leak(problem).map(part -> "answered %d with %s".formatted(status, part));
    }

    /// The path of the request, `instance`, is its own and may be repeated.
    private static Optional<String> leak(JsonNode problem) {
        ObjectNode told = problem.deepCopy();
        var _ = told.remove("instance");
        String text = told.toString();
        if (text.contains(FuzzData.MARKER)) {
            return Optional.of("a part of the request's text");
        }
        return INTERNALS.stream().filter(text::contains).findFirst().map(part -> "\"%s\", which is the service's own"
                .formatted(part.strip()));
    }

    private static JsonNode json(FuzzResponse response) {
        try {
            JsonNode read = JSON.readTree(new String(response.body(), UTF_8));
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
