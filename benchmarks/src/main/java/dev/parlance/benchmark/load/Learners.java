package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.benchmark.installation.Api;
import dev.parlance.benchmark.installation.Failure;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Made-up learners who take turns in speaking: turn number n is said by the learner n modulo their count, each in a
/// conversation of their own, in Japanese, English or Italian.
public final class Learners {
    private final Api api;
    private final List<UUID> conversations;

    private Learners(Api api, int count) {
        this.api = api;
        this.conversations = Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    /// Starts the conversations.
    public static Learners meet(Api api, int count) throws InterruptedException {
        var learners = new Learners(api, count);
        for (int learner = 0; learner < count; learner++) {
            learners.begin(learner);
        }
        return learners;
    }

    String id(int turn) {
        return "bench-" + number(turn);
    }

    /// Sends a turn; whether it was accepted.
    public boolean say(int turn) throws InterruptedException {
        int phrase = turn / conversations.size();
        Phrases phrases = Phrases.of(number(turn));
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("learnerText", phrases.phrase(phrase))
                .put("replyText", phrases.phrase(phrase + 1))
                .put("durationMs", 1000 + phrase % 2000);
        try {
            int status = api.put(
                    "/v1/conversations/%s/turns/%s".formatted(conversations.get(number(turn)), UUID.randomUUID()),
                    body);
            return status == 201;
        } catch (IOException e) {
            return false;
        }
    }

    /// How many turns each has said when all together have said so many.
    public Map<String, Integer> turnsByLearner(int turns) {
        Map<String, Integer> byLearner = new HashMap<>();
        IntStream.range(0, turns).forEach(turn -> byLearner.merge(id(turn), 1, Integer::sum));
        return byLearner;
    }

    private int number(int turn) {
        return turn % conversations.size();
    }

    private void begin(int learner) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("learnerId", id(learner))
                .put("language", Phrases.of(learner).language())
                .put("module", "benchmark");
        try {
            int status = api.put("/v1/conversations/" + conversations.get(learner), body);
            if (status != 201) {
                throw Failure.failed("A conversation was answered by status %d.".formatted(status));
            }
        } catch (IOException e) {
            throw Failure.failed("A conversation could not be started (%s).".formatted(e));
        }
    }
}
