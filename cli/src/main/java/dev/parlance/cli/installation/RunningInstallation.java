package dev.parlance.cli.installation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the supervising process of an installation leaves in `.parlance/run/up.json` for all other commands.
///
/// @param startedAt when the process `pid` started: a pid alone may have passed to somebody else's program
/// @param infrastructure whether Kafka, PostgreSQL and S3 were started here, and are not somebody else's
/// @param services whether the three services were started, too
/// @param ready false while it is still starting
/// @param endpoints where Kafka, PostgreSQL and S3 answer; null until they do
public record RunningInstallation(
        long pid,
        String startedAt,
        String version,
        boolean infrastructure,
        boolean services,
        boolean ready,
        Ports ports,
        Access endpoints) {

    /// How clients reach the infrastructure; the S3 keys are those of this installation alone.
    public record Access(String kafka, String jdbcUrl, String s3Url, String s3AccessKey, String s3SecretKey) {}

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Duration CLOCK_WAS_SET = Duration.ofSeconds(2);

    static RunningInstallation starting(Ports ports, boolean infrastructure, boolean services) {
        ProcessHandle self = ProcessHandle.current();
        return new RunningInstallation(
                self.pid(), startOf(self).toString(), currentVersion(), infrastructure, services, false, ports, null);
    }

    RunningInstallation with(boolean nowReady, Access access) {
        return new RunningInstallation(pid, startedAt, version, infrastructure, services, nowReady, ports, access);
    }

    /// The installation of this checkout that runs now; what a killed one left behind is not taken for one.
    public static Optional<RunningInstallation> find(Home home) {
        try {
            RunningInstallation found = JSON.readValue(file(home).toFile(), new TypeReference<>() {});
            return Optional.of(found)
                    .filter(installation -> installation.process().isPresent());
        } catch (IOException e) {
            return Optional.empty(); // none, or cut short by a crash
        }
    }

    /// The supervising process, if it is alive.
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Duration.between(startOf(process), Instant.parse(startedAt))
                                .abs()
                                .compareTo(CLOCK_WAS_SET)
                        <= 0);
    }

    void write(Home home) {
        try {
            Files.createDirectories(home.run());
            Path draft = home.run().resolve("up.json.draft");
            JSON.writeValue(draft.toFile(), this);
            Files.move(draft, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(home.run().resolve("up.pid"), pid + " " + startedAt + "\n"); // for the launcher script
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(file(home));
            Files.deleteIfExists(home.run().resolve("up.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The version of this command line; `development` where it runs from classes and not from its jar.
    public static String currentVersion() {
        String version = RunningInstallation.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static Path file(Home home) {
        return home.run().resolve("up.json");
    }
}
