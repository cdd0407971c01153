package dev.parlance.benchmark;

import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.load.Learners;
import java.time.Duration;

/// Enough is said in Japanese, English and Italian that every service has loaded all that it needs for them.
record Talk(Installation installation) {
    private static final int LEARNERS = 3;
    private static final int TURNS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Returns when all of it is in the learners' days.
    void hold() throws InterruptedException {
        Learners learners = Learners.meet(installation.api(), LEARNERS);
        for (int turn = 0; turn < TURNS; turn++) {
            if (!learners.say(turn)) {
                throw Failure.failed("A turn was not accepted.");
            }
        }
        new LearnerDays(installation.api()).awaitTurns(learners.turnsByLearner(TURNS), PATIENCE);
    }
}
