package dev.parlance.cli.installation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.platform.host.PrivateFile;
import dev.parlance.platform.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The state that the supervising process of an installation writes to `.parlance/run/up.json` for the other
/// commands.
///
/// @param startedAt when the process `pid` started: the pid alone may belong to another program by now
/// @param infrastructure whether this installation has started Kafka, PostgreSQL and S3, and does not use external
///     ones
/// @param services whether it has started the three services
/// @param ready false while it is starting
/// @param endpoints the addresses of Kafka, PostgreSQL and S3; null until these are ready
public record RunningInstallation(
        long pid,
        String startedAt,
        String version,
        boolean infrastructure,
        boolean services,
        boolean ready,
        Ports ports,
        InfrastructureAccess endpoints) {

    /// The addresses of the infrastructure and the S3 keys of this installation.
    public record InfrastructureAccess(
            String kafka, String jdbcUrl, String s3Url, String s3AccessKey, String s3SecretKey) {}

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public static RunningInstallation starting(Ports ports, boolean infrastructure, boolean services) {
        PidFile self = PidFile.of(ProcessHandle.current());
        return new RunningInstallation(
                self.pid(),
                self.startedAt().toString(),
                currentVersion(),
                infrastructure,
                services,
                false,
                ports,
                null);
    }

    public RunningInstallation with(boolean nowReady, InfrastructureAccess access) {
        return new RunningInstallation(pid, startedAt, version, infrastructure, services, nowReady, ports, access);
    }

    /// The running installation of this checkout; empty if its process was killed.
    public static Optional<RunningInstallation> find(Home home) {
        try {
            RunningInstallation found = JSON.readValue(file(home).toFile(), new TypeReference<>() {});
            return Optional.of(found)
                    .filter(installation -> installation.process().isPresent());
        } catch (IOException e) {
            return Optional.empty(); // no file, or one cut short by a crash
        }
    }

    /// The supervising process, if it is alive.
    public Optional<ProcessHandle> process() {
        return pidFile().findProcess();
    }

    private PidFile pidFile() {
        return new PidFile(pid, Instant.parse(startedAt));
    }

    public void write(Home home) {
        try {
            PrivateFile.directory(home.state());
            Files.createDirectories(home.run());
            PrivateFile.write(file(home), JSON.writeValueAsString(this)); // it has the keys of S3
            pidFile().write(home.run().resolve("up.pid")); // for the launcher script
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void deleteState(Home home) {
        try {
            Files.deleteIfExists(file(home));
            Files.deleteIfExists(home.run().resolve("up.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The version of this command line; `development` if it does not run from its jar.
    public static String currentVersion() {
        String version = RunningInstallation.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static Path file(Home home) {
        return home.run().resolve("up.json");
    }
}
