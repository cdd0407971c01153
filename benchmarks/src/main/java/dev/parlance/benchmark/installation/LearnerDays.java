package dev.parlance.benchmark.installation;

import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.ParlanceApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Polls the days of learners until they hold all turns.
public record LearnerDays(ParlanceApi api) {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    /// Returns when each learner's days hold exactly the expected number of turns.
    ///
    /// @throws Failure if there are more turns, or still fewer after the timeout
    public void awaitTurns(Map<String, Integer> expected, Duration timeout) throws InterruptedException {
        Map<String, Integer> incomplete = new HashMap<>(expected);
        new PollingWait(timeout, POLL_INTERVAL)
                .await(
                        () -> {
                            incomplete.entrySet().removeIf(this::isComplete);
                            return incomplete.isEmpty();
                        },
                        () -> "After %d s the days of %d of %d learners lack turns, %s among them."
                                .formatted(
                                        timeout.toSeconds(),
                                        incomplete.size(),
                                        expected.size(),
                                        incomplete.keySet().iterator().next()));
    }

    private boolean isComplete(Map.Entry<String, Integer> learner) {
        int counted = api.days(learner.getKey()).stream()
                .mapToInt(day -> day.get("turns").asInt())
                .sum();
        if (counted > learner.getValue()) {
            throw Failure.failed("The days of %s hold %d turns, but only %d were said."
                    .formatted(learner.getKey(), counted, learner.getValue()));
        }
        return counted == learner.getValue();
    }
}
