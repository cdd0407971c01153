package dev.parlance.cli.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import dev.parlance.cli.http.FakeService;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepublishCommandTest {
    @RegisterExtension
    final CommandTester trial = new CommandTester();

    private final StringWriter out = trial.out;
    private final StringWriter err = trial.err;
    private final FakeService service = trial.service;

    @Test
    void theCommandFollowsTheJobToItsEnd() {
        service.progress.add("{\"status\": \"running\", \"sent\": 250, \"total\": 1000}");
        service.progress.add("{\"status\": \"completed\", \"sent\": 1000, \"total\": 1000}");
        assertThat(run("--stage", "conversation")).isZero();
        assertThat(err.toString()).contains("250 of 1,000 turns, 25 %", "1,000 of 1,000 turns, 100 %");
        assertThat(out.toString()).isEqualTo("conversation-service told 1,000 turns again.\n");
        assertThat(service.requests.getFirst()).isEqualTo("POST /v1/admin/republish {}");
    }

    @Test
    void theSelectionIsSentToTheService() {
        service.progress.add("{\"status\": \"completed\", \"sent\": 1, \"total\": null}");
        run(
                "--stage",
                "ANALYSIS",
                "--from",
                "2026-11-01T00:00:00Z",
                "--to",
                "2026-11-02T00:00:00Z",
                "--learner",
                "hana");
        assertThat(service.requests.getFirst())
                .isEqualTo(
                        "POST /v1/admin/republish"
                                + " {\"from\":\"2026-11-01T00:00:00Z\",\"to\":\"2026-11-02T00:00:00Z\",\"learnerId\":\"hana\"}");
        assertThat(err.toString()).contains("1 turn");
        assertThat(out.toString()).isEqualTo("analysis-service told 1 turn again.\n");
    }

    @Test
    void noWaitReturnsWithAHint() {
        assertThat(run("--stage", "conversation", "--no-wait")).isZero();
        assertThat(out.toString()).contains("goes on by itself", "/v1/admin/republish/" + FakeService.JOB_ID);
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void aFailureIsReportedAsASentenceAndAnExitCode() {
        service.progress.add("{\"status\": \"failed\", \"sent\": 7, \"error\": \"A fact could not be told again\"}");
        assertThat(run("--stage", "conversation")).isEqualTo(CommandFailure.FAILED);
        assertThat(err.toString()).contains("The republish failed after 7 turns: A fact could not be told again");
        service.progress.add("{\"status\": \"cancelled\", \"sent\": 1}");
        assertThat(run("--stage", "conversation")).isEqualTo(CommandFailure.FAILED);
        assertThat(err.toString()).contains("cancelled after 1 turn.");
    }

    @Test
    void aRequestThatTheServiceRefusesIsAUsageError() {
        assertThat(run("--stage", "conversation", "--from", "yesterday")).isEqualTo(CommandFailure.USAGE);
        assertThat(err.toString().strip()).isEqualTo("conversation-service: from must be an instant");
    }

    @Test
    void anUnreachableServiceIsNamedWithARemedy() {
        service.close();
        assertThat(run("--stage", "conversation")).isEqualTo(CommandFailure.ENVIRONMENT);
        assertThat(err.toString()).contains(service.url().toString(), "./parlance status");
    }

    private int run(String... arguments) {
        return trial.run(List.of("republish"), arguments);
    }
}
