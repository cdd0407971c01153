package dev.parlance.conversation.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// With programs that every Unix has.
class ProgramTest {
    private static final byte[] NOTHING = new byte[0];

    private static final Duration LONG = Duration.ofSeconds(120);

    private final Program program = new Program("it", LONG);

    @Test
    void itHearsItsInputAndSaysItsOutput() {
        byte[] much = "りんご".repeat(100_000).getBytes(UTF_8);
        assertThat(program.run(List.of("cat"), much, much.length)).isEqualTo(much);
    }

    @Test
    void itSeesNoSecretOfTheService() {
        String environment = new String(program.run(List.of("env"), NOTHING, 10_000), UTF_8);
        assertThat(environment.lines().map(line -> line.substring(0, line.indexOf('='))))
                .contains("LC_ALL")
                .allMatch(name -> List.of("PATH", "HOME", "TMPDIR", "LC_ALL").contains(name));
    }

    @Test
    void oneThatDoesNotEndIsKilled() {
        // Given
        var hasty = new Program("it", Duration.ofMillis(200));
        long before = sleepers();
        // When
        assertThatThrownBy(() -> hasty.run(List.of("sleep", "3599"), NOTHING, 10))
                .isInstanceOf(ProviderFailure.Away.class)
                .hasMessage("it has not ended in time");
        // Then the system ends it as soon as it finds the time
        await().atMost(LONG).untilAsserted(() -> assertThat(sleepers()).isEqualTo(before));
    }

    @Test
    void oneThatDoesNotStopTalkingIsCutOff() {
        assertThatThrownBy(() -> program.run(List.of("yes"), NOTHING, 1_000))
                .isInstanceOf(ProviderFailure.Refused.class);
    }

    @Test
    void aBadEndIsAFailureWhateverItSaid() {
        assertThatThrownBy(() -> program.run(List.of("cat", "/nowhere"), NOTHING, 1_000))
                .isInstanceOf(ProviderFailure.Away.class)
                .hasMessage("it ended with 1");
    }

    @Test
    void wordsAreNoCommands() {
        assertThat(new String(program.run(List.of("echo", "$(id); `id` > /tmp/x"), NOTHING, 100), UTF_8))
                .isEqualTo("$(id); `id` > /tmp/x\n");
    }

    @Test
    void whatIsNotInstalledDoesNotAnswer() {
        assertThat(program.answers("parlance-has-no-such-program")).isFalse();
        assertThat(program.answers("true")).isTrue();
    }

    private static long sleepers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.isAlive() && process.info().command().orElse("").endsWith("sleep"))
                .count();
    }
}
