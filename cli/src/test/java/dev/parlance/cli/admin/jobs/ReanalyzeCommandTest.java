package dev.parlance.cli.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import dev.parlance.cli.terminal.CommandFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReanalyzeCommandTest {
    @RegisterExtension
    final CommandTester trial = new CommandTester();

    @Test
    void theMostFrequentChangesOfWordsAreShownAtTheEnd() {
        trial.service.progress.add("{\"status\": \"running\", \"turns\": 100, \"total\": 300}");
        trial.service.progress.add("""
                {"status": "completed", "turns": 300, "changed": 17, "total": 300,
                 "words": {"en:goes → en:go": 12, "en:went → en:go": 5}}
                """);
        assertThat(run()).isZero();
        assertThat(trial.err.toString()).contains("100 of 300 turns, 33 %");
        assertThat(trial.out.toString()).isEqualTo("""
                        300 turns analysed again; 17 say something else now.

                        word             uses
                        en:goes → en:go    12
                        en:went → en:go     5
                        """);
        assertThat(trial.service.requests.getFirst()).isEqualTo("POST /v1/admin/reanalysis {}");
    }

    @Test
    void aDryRunShowsWhatWouldChange() {
        trial.service.progress.add("{\"status\": \"completed\", \"turns\": 1, \"changed\": 0, \"words\": {}}");
        assertThat(run("--dry-run", "--learner", "hana")).isZero();
        assertThat(trial.out.toString()).isEqualTo("1 turn would be analysed again; 0 would say something else.\n");
        assertThat(trial.service.requests.getFirst())
                .isEqualTo("POST /v1/admin/reanalysis {\"learnerId\":\"hana\",\"dryRun\":true}");
    }

    @Test
    void aRequestThatTheServiceRefusesIsAUsageError() {
        assertThat(run("--from", "yesterday")).isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString().strip()).isEqualTo("analysis-service: from must be an instant");
    }

    private int run(String... arguments) {
        return trial.run(List.of("reanalyze"), arguments);
    }
}
