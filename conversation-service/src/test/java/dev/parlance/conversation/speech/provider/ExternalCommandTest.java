package dev.parlance.conversation.speech.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// With programs that every Unix has.
class ExternalCommandTest {
    private static final byte[] NO_INPUT = new byte[0];

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final ExternalCommand command = new ExternalCommand("it", TIMEOUT);

    @Test
    void inputIsWrittenAndOutputIsRead() {
        byte[] input = "りんご".repeat(100_000).getBytes(UTF_8);
        assertThat(command.run(List.of("cat"), input, input.length)).isEqualTo(input);
    }

    @Test
    void aCommandSeesNoSecretOfTheService() {
        String environment = new String(command.run(List.of("env"), NO_INPUT, 10_000), UTF_8);
        assertThat(environment.lines().map(line -> line.substring(0, line.indexOf('='))))
                .contains("LC_ALL")
                .allMatch(name -> List.of("PATH", "HOME", "TMPDIR", "LC_ALL").contains(name));
    }

    @Test
    void aCommandThatExceedsItsTimeoutIsKilled() {
        // Given
        var hasty = new ExternalCommand("it", Duration.ofMillis(200));
        long before = sleepers();
        // When
        assertThatThrownBy(() -> hasty.run(List.of("sleep", "3599"), NO_INPUT, 10))
                .isInstanceOf(ProviderFailure.Unavailable.class)
                .hasMessage("it has not ended in time");
        // Then the operating system ends it in its own time
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(sleepers()).isEqualTo(before));
    }

    @Test
    void outputBeyondTheLimitIsRejected() {
        assertThatThrownBy(() -> command.run(List.of("yes"), NO_INPUT, 1_000))
                .isInstanceOf(ProviderFailure.Rejected.class);
    }

    @Test
    void aNonZeroExitStatusIsAFailure() {
        assertThatThrownBy(() -> command.run(List.of("cat", "/nowhere"), NO_INPUT, 1_000))
                .isInstanceOf(ProviderFailure.Unavailable.class)
                .hasMessage("it ended with 1");
    }

    @Test
    void argumentsAreNotInterpretedByAShell() {
        assertThat(new String(command.run(List.of("echo", "$(id); `id` > /tmp/x"), NO_INPUT, 100), UTF_8))
                .isEqualTo("$(id); `id` > /tmp/x\n");
    }

    @Test
    void aMissingProgramIsNotAvailable() {
        assertThat(command.isAvailable("parlance-has-no-such-program")).isFalse();
        assertThat(command.isAvailable("true")).isTrue();
    }

    private static long sleepers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.isAlive() && process.info().command().orElse("").endsWith("sleep"))
                .count();
    }
}
