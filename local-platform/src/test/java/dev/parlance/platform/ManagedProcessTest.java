package dev.parlance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path directory;

    private ManagedProcess process;

    @AfterEach
    void leaveNothing() {
        if (process != null) process.kill();
    }

    @Test
    void aProcessThatDiesBeforeItIsReadyIsToldWithItsLastWords() {
        // Given
        process = start("echo no such luck >&2; exit 3");
        // When
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> process.waitUntilReady(() -> false, LONG))
                // Then
                .withMessageContaining("Sleeper ended with exit code 3")
                .withMessageContaining("no such luck");
    }

    @Test
    void aProcessThatIsNeverReadyIsEnded() {
        // Given
        process = start("exec sleep 1000");
        // When
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> process.waitUntilReady(() -> false, SHORT))
                // Then
                .withMessageContaining("was not ready");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatIgnoresTheSignalIsKilledAfterTheGrace() {
        // Given
        process = start("trap '' TERM; touch ready; while :; do sleep 1; done");
        process.waitUntilReady(() -> Files.exists(directory.resolve("ready")), LONG);
        // When
        process.stop(SHORT);
        // Then
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void aLeftoverOfAKilledRunIsFoundAndEnded() {
        // Given
        process = start("exec sleep 1000");
        assertThat(ManagedProcess.leftover(pidFile())).isPresent();
        // When
        ManagedProcess.endLeftover(pidFile(), ManagedProcess.Signal.TERM, LONG);
        // Then as the system sees it: the object that started it is told later
        assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(ManagedProcess.leftover(pidFile())).isEmpty();
    }

    @Test
    void aForeignProcessThatGotThePidLaterIsNotEnded() {
        // Given
        process = start("exec sleep 1000");
        var started = ProcessMark.read(pidFile()).orElseThrow().started();
        new ProcessMark(process.pid(), started.minusSeconds(60)).write(pidFile());
        // When
        ManagedProcess.endLeftover(pidFile(), ManagedProcess.Signal.TERM, LONG);
        // Then
        assertThat(process.isAlive()).isTrue();
        assertThat(pidFile()).doesNotExist();
    }

    private ManagedProcess start(String script) {
        return ManagedProcess.start(new ManagedProcess.Command(
                "Sleeper",
                List.of("sh", "-c", "cd \"$HERE\"; " + script),
                Map.of("HERE", directory.toString()),
                directory.resolve("sleeper.log"),
                pidFile()));
    }

    private Path pidFile() {
        return directory.resolve("sleeper.pid");
    }
}
