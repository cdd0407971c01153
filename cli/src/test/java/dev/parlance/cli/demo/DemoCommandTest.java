package dev.parlance.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.installation.Ports;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void theNextStepsOfTheDemoNameExistingAddresses() {
        assertThat(DemoCommand.nextSteps(
                        new Ports(1, 2, 3, 4004, 5005, 6006), DemoWeek.endingAt(Instant.parse("2026-11-30T12:00:00Z"))))
                .contains("'http://localhost:5005/v1/learners/demo-hana/vocabulary?limit=5'")
                .contains("http://localhost:4004/v1/conversations/")
                .contains("http://localhost:6006/v1/learners/demo-oliver/days?from=2026-11-23&to=2026-11-30");
    }
}
