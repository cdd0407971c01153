package dev.parlance.cli.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AudioAdoptCommandTest {
    @RegisterExtension
    final CommandTester trial = new CommandTester();

    @Test
    void aBucketOfAnotherTimeIsAdopted() {
        trial.service.bucketState = "restored";
        assertThat(run()).isZero();
        assertThat(trial.out.toString()).isEqualTo("""
                The bucket parlance-audio was restored and is this installation's own now (installation 42).
                """);
        assertThat(trial.service.requests)
                .containsExactly("GET /v1/admin/audio/bucket", "POST /v1/admin/audio/bucket:adopt {}");
    }

    @Test
    void aBucketOfItsOwnStaysAsItIs() {
        assertThat(run()).isZero();
        assertThat(trial.out.toString()).isEqualTo("""
                The bucket parlance-audio was this installation's own before; nothing was changed.
                """);
    }

    private int run(String... arguments) {
        return trial.run(List.of("audio", "adopt"), arguments);
    }
}
