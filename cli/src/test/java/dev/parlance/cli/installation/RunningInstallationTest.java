package dev.parlance.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningInstallationTest {
    private static final Ports PORTS = new Ports(1, 2, 3, 4, 5, 6);
    private static final RunningInstallation.Access ACCESS = new RunningInstallation.Access(
            "localhost:1", "jdbc:postgresql://localhost:2/parlance", "http://localhost:3", "key", "secret");

    @TempDir
    Path root;

    private Home home;

    @BeforeEach
    void settle() {
        home = new Home(root);
    }

    @Test
    void whatRunsIsFoundByEveryOtherCommand() {
        RunningInstallation running =
                RunningInstallation.starting(PORTS, true, true).with(true, ACCESS);
        running.write(home);

        assertThat(RunningInstallation.find(home)).contains(running);
    }

    @Test
    void somebodyElsesProcessWithTheSamePidIsNotTakenForOurs() {
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
    void aStateCutShortByACrashIsNoState() throws IOException {
        Files.createDirectories(root.resolve(".parlance/run"));
        Files.writeString(root.resolve(".parlance/run/up.json"), "{\"pid\": 1");

        assertThat(RunningInstallation.find(home)).isEmpty();
    }

    @Test
    void statusNamesWhatProgramsReadFromIt() {
        RunningInstallation.starting(PORTS, true, true).with(true, ACCESS).write(home);

        InstallationStatus status = InstallationStatus.of(home, new Health());

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
    void withoutAnInstallationStatusSaysSo() {
        InstallationStatus status = InstallationStatus.of(home, new Health());

        assertThat(status.up()).isFalse();
        assertThat(status.parts()).isEmpty();
    }

    @Test
    void freshRemovesDataAndNothingElse() throws IOException {
        for (String name :
                new String[] {"kafka/log", "postgres/base", "run/up.lock", "logs/kafka.log", "postgres-18.6/bin"}) {
            Files.createDirectories(home.state().resolve(name).getParent());
            Files.writeString(home.state().resolve(name), "x");
        }

        new Leftovers(home).deleteData();

        assertThat(home.state().toFile().list()).containsExactlyInAnyOrder("run", "logs", "postgres-18.6");
    }
}
