package dev.parlance.cli.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpeakCommandTest {
    @RegisterExtension
    final CommandTester trial = new CommandTester();

    private final PrintStream usual = System.out;
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

    @AfterEach
    void giveBack() {
        System.setOut(usual);
    }

    @Test
    void onlyTheAudioIsWrittenToStandardOutput() {
        assertThat(run("--language", "ja", "--voice", "f3", "--speed", "0.8", "--format", "wav", "おはよう"))
                .isZero();
        assertThat(sound.toString(UTF_8)).isEqualTo("RIFF");
        assertThat(trial.out.toString()).isEmpty();
        assertThat(trial.err.toString()).contains("audio/wav, 4 bytes, kept from before");
        assertThat(trial.service.requests)
                .containsExactly(
                        "POST /v1/speech {\"text\":\"おはよう\",\"language\":\"ja\",\"voice\":\"f3\",\"speed\":0.8,\"format\":\"wav\"}",
                        "GET /sound.wav");
    }

    @Test
    void withJsonTheResponseIsPrintedWithoutAudio() {
        assertThat(run("--language", "ja", "--json", "おはよう")).isZero();
        assertThat(trial.out.toString()).contains("\"cached\":true");
        assertThat(sound.size()).isZero();
    }

    @Test
    void aRefusalIsReportedInTheServicesWords() {
        assertThat(run("--language", "ja", "wolf")).isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString()).contains("conversation-service: There is no such voice");
        assertThat(run("おはよう")).isEqualTo(CommandFailure.USAGE);
    }

    private int run(String... arguments) {
        System.setOut(new PrintStream(sound, true, UTF_8));
        return trial.run(List.of("speak"), arguments);
    }
}
