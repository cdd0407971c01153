package dev.parlance.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.platform.host.PlatformFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
    private static final Duration LONG_TIMEOUT = Duration.ofSeconds(120);
    private static final Duration SHORT_TIMEOUT = Duration.ofMillis(200);

    @TempDir
    private Path directory;

    private ManagedProcess process;

    @AfterEach
    void stopProcesses() {
        if (process != null) process.kill();
    }

    @Test
    void aProcessThatEndsBeforeItIsReadyIsReportedWithTheEndOfItsLog() {
        // Given
        process = start("echo no such luck >&2; exit 3");
        // When
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> process.waitUntilReady(() -> false, LONG_TIMEOUT))
                // Then
                .withMessageContaining("Sleeper ended with exit code 3")
                .withMessageContaining("no such luck");
    }

    @Test
    void aProcessThatIsNeverReadyIsKilled() {
        // Given
        process = start("exec sleep 1000");
        // When
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(() -> process.waitUntilReady(() -> false, SHORT_TIMEOUT))
                // Then
                .withMessageContaining("was not ready");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatIgnoresTheSignalIsKilledAfterTheGrace() {
        // Given
        process = start("trap '' TERM; touch ready; while :; do sleep 1; done");
        process.waitUntilReady(() -> Files.exists(directory.resolve("ready")), LONG_TIMEOUT);
        // When
        process.stop(SHORT_TIMEOUT);
        // Then
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void aLeftoverOfAKilledRunIsFoundAndStopped() {
        // Given
        process = start("exec sleep 1000");
        assertThat(ManagedProcess.leftover(pidFile())).isPresent();
        // When
        ManagedProcess.endLeftover(pidFile(), ManagedProcess.Signal.TERM, LONG_TIMEOUT);
        // Then as the system sees it: the object that started it is told later
        assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(ManagedProcess.leftover(pidFile())).isEmpty();
    }

    @Test
    void anotherProcessWithTheSamePidIsNotStopped() {
        // Given
        process = start("exec sleep 1000");
        var started = PidFile.read(pidFile()).orElseThrow().startedAt();
        new PidFile(process.pid(), started.minusSeconds(60)).write(pidFile());
        // When
        ManagedProcess.endLeftover(pidFile(), ManagedProcess.Signal.TERM, LONG_TIMEOUT);
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
