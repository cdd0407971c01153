package dev.parlance.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningInstallationTest {
    private static final Ports PORTS = new Ports(1, 2, 3, 4, 5, 6);
    private static final RunningInstallation.InfrastructureAccess ACCESS = new RunningInstallation.InfrastructureAccess(
            "localhost:1", "jdbc:postgresql://localhost:2/parlance", "http://localhost:3", "key", "secret");

    @TempDir
    Path root;

    private Home home;

    @BeforeEach
    void createHome() {
        home = new Home(root);
    }

    @Test
    void aRunningInstallationIsFound() {
        RunningInstallation running =
                RunningInstallation.starting(PORTS, true, true).with(true, ACCESS);
        running.write(home);

        assertThat(RunningInstallation.find(home)).contains(running);
    }

    @Test
    void theKeysInItsStateCanBeReadByTheirOwnerOnly() throws IOException {
        // Given
        Path state = root.resolve(".parlance/run/up.json");
        Files.createDirectories(state.getParent());
        Files.setPosixFilePermissions(
                Files.writeString(state, "of an earlier version"), PosixFilePermissions.fromString("rw-r--r--"));
        // When
        RunningInstallation.starting(PORTS, true, true).with(true, ACCESS).write(home);
        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.state())))
                .isEqualTo("rwx------");
    }

    @Test
    void anotherProcessWithTheSamePidIsNotTheInstallation() {
        RunningInstallation running = RunningInstallation.starting(PORTS, true, true);
        new RunningInstallation(
                        running.pid(),
                        Instant.parse("2020-01-01T00:00:00Z").toString(),
                        running.version(),
                        true,
                        true,
                        true,
                        PORTS,
                        ACCESS)
                .write(home);

        assertThat(RunningInstallation.find(home)).isEmpty();
    }

    @Test
    void aTruncatedStateFileIsIgnored() throws IOException {
        Files.createDirectories(root.resolve(".parlance/run"));
        Files.writeString(root.resolve(".parlance/run/up.json"), "{\"pid\": 1");

        assertThat(RunningInstallation.find(home)).isEmpty();
    }

    @Test
    void statusHasTheFieldsThatProgramsRead() {
        RunningInstallation.starting(PORTS, true, true).with(true, ACCESS).write(home);

        InstallationStatus status = InstallationStatus.of(home, new HealthProbe());

        assertThat(status.up()).isTrue();
        assertThat(status.ready()).isFalse();
        assertThat(status.s3()).isEqualTo(new InstallationStatus.S3("http://localhost:3", "key", "secret"));
        assertThat(status.parts())
                .extracting(InstallationStatus.PartStatus::name)
                .containsExactly("conversation", "analysis", "summary", "kafka", "postgres", "s3");
        assertThat(status.parts())
                .extracting(InstallationStatus.PartStatus::health)
                .containsOnly("down");
    }

    @Test
    void withoutAnInstallationStatusIsDown() {
        InstallationStatus status = InstallationStatus.of(home, new HealthProbe());

        assertThat(status.up()).isFalse();
        assertThat(status.parts()).isEmpty();
    }
}
