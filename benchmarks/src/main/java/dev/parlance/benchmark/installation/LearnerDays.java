package dev.parlance.benchmark.installation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/// The days of learners, watched from outside.
public final class LearnerDays {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Api api;

    public LearnerDays(Api api) {
        this.api = api;
    }

    /// Returns when each learner's days hold exactly so many turns; more, or too few after the patience, is a failure.
    public void awaitTurns(Map<String, Integer> expected, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, Integer> open = new HashMap<>(expected);
        while (true) {
            removeComplete(open);
            if (open.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw Failure.failed("After %d s the days of %d of %d learners lack turns, %s among them."
                        .formatted(
                                patience.toSeconds(),
                                open.size(),
                                expected.size(),
                                open.keySet().iterator().next()));
            }
            Thread.sleep(LOOK);
        }
    }

    private void removeComplete(Map<String, Integer> open) throws InterruptedException {
        for (Iterator<Map.Entry<String, Integer>> all = open.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Integer> one = all.next();
            int counted = api.days(one.getKey()).stream()
                    .mapToInt(day -> day.get("turns").asInt())
                    .sum();
            if (counted > one.getValue()) {
                throw Failure.failed("The days of %s hold %d turns, but only %d were said."
                        .formatted(one.getKey(), counted, one.getValue()));
            }
            if (counted == one.getValue()) {
                all.remove();
            }
        }
    }
}
