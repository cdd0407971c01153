package dev.parlance.benchmark.load;

import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.load.http.HttpLoadGenerator;
import dev.parlance.benchmark.load.http.LoadProfile;
import java.time.Duration;

/// Sends turns in Japanese, English and Italian until every service has loaded what it needs for these languages.
public record WarmUp(Installation installation) {
    private static final int LEARNERS = 3;
    private static final int TURNS = 300;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /// Returns when all turns are in the learners' days.
    public void run() throws InterruptedException {
        var learners = new SimulatedLearners("bench-", LEARNERS);
        try (var generator = HttpLoadGenerator.connect(installation.port("conversation"), 1)) {
            generator
                    .send(learners.startRequests(), LoadProfile.burst(LEARNERS))
                    .requireOnly(201);
            generator.send(learners.turnRequests(), LoadProfile.burst(TURNS)).requireOnly(201);
        }
        new LearnerDays(installation.api()).awaitTurns(learners.turnsByLearner(TURNS), TIMEOUT);
    }
}
