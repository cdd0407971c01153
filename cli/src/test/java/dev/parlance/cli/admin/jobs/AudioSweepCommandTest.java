package dev.parlance.cli.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AudioSweepCommandTest {
    @RegisterExtension
    final CommandTester trial = new CommandTester();

    @Test
    void removedObjectsAreShownAtTheEnd() {
        trial.service.progress.add("""
                {"status": "completed", "lookedAt": 1200, "abandoned": 3, "expired": 1000, "orphanObjects": 2,
                 "missingObjects": 0, "bytes": 2048}
                """);
        assertThat(run()).isZero();
        assertThat(trial.out.toString()).isEqualTo("""
                        1,200 rows and objects looked at; 2,048 bytes freed.

                        removed                          number
                        uploads that nobody has told of       3
                        sound kept for long enough        1,000
                        objects without a row                 2
                        rows without an object                0
                        """);
        assertThat(trial.service.requests.getFirst()).isEqualTo("POST /v1/admin/audio/sweeps {}");
    }

    @Test
    void aDryRunShowsWhatWouldChange() {
        trial.service.progress.add("{\"status\": \"completed\", \"lookedAt\": 0, \"bytes\": 0}");
        assertThat(run("--dry-run")).isZero();
        assertThat(trial.out.toString()).startsWith("0 rows and objects looked at; 0 bytes would be freed.");
        assertThat(trial.service.requests.getFirst()).isEqualTo("POST /v1/admin/audio/sweeps {\"dryRun\":true}");
    }

    @Test
    void aForcedSweepIsOrderedAsSuch() {
        trial.service.progress.add("{\"status\": \"completed\", \"lookedAt\": 0, \"bytes\": 0}");
        assertThat(run("--force")).isZero();
        assertThat(trial.service.requests.getFirst()).isEqualTo("POST /v1/admin/audio/sweeps {\"force\":true}");
    }

    @Test
    void aRefusedSweepNamesTheWayOut() {
        trial.service.progress.add("""
                {"status": "failed", "lookedAt": 0, "error": "Nothing is removed. Call ./parlance audio adopt."}
                """);
        assertThat(run()).isEqualTo(1);
        assertThat(trial.err.toString())
                .contains("The sweep failed after 0 sounds: Nothing is removed. Call ./parlance audio adopt.");
    }

    @Test
    void aDryRunCannotBeForced() {
        assertThat(run("--dry-run", "--force")).isEqualTo(2);
        assertThat(trial.service.requests).isEmpty();
    }

    private int run(String... arguments) {
        return trial.run(List.of("audio", "sweep"), arguments);
    }
}
