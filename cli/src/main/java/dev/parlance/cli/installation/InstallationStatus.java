package dev.parlance.cli.installation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.process.ManagedProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The status of a checkout's installation. The names are those of `status --json`, which programs read: they may be
/// added to, but not renamed.
///
/// @param pid the supervising process; null when the installation is not up
/// @param parts the started parts, in the order conversation, analysis, summary, kafka, postgres, s3
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InstallationStatus(
        boolean up,
        boolean ready,
        Long pid,
        String startedAt,
        String version,
        String data,
        List<PartStatus> parts,
        Kafka kafka,
        Postgres postgres,
        S3 s3) {

    /// @param health `ready`, `starting` or `down`
    public record PartStatus(String name, String url, int port, Long pid, String health, String log) {}

    public record Kafka(String bootstrapServers) {}

    public record Postgres(String jdbcUrl, String readOnlyUser, String readOnlyPassword) {}

    public record S3(String url, String accessKey, String secretKey) {}

    public static InstallationStatus of(Home home, HealthProbe health) {
        Optional<RunningInstallation> found = RunningInstallation.find(home);
        if (found.isEmpty()) {
            return new InstallationStatus(
                    false,
                    false,
                    null,
                    null,
                    RunningInstallation.currentVersion(),
                    home.state().toString(),
                    List.of(),
                    null,
                    null,
                    null);
        }
        RunningInstallation running = found.get();
        List<PartStatus> parts = parts(home, running, health);
        boolean ready =
                running.ready() && parts.stream().allMatch(part -> part.health().equals("ready"));
        RunningInstallation.InfrastructureAccess access = running.endpoints();
        return new InstallationStatus(
                true,
                ready,
                running.pid(),
                running.startedAt(),
                running.version(),
                home.state().toString(),
                parts,
                access == null ? null : new Kafka(access.kafka()),
                access == null ? null : new Postgres(access.jdbcUrl(), "checker", "checker"),
                access == null ? null : new S3(access.s3Url(), access.s3AccessKey(), access.s3SecretKey()));
    }

    private static List<PartStatus> parts(Home home, RunningInstallation running, HealthProbe health) {
        List<PartStatus> parts = new ArrayList<>();
        Ports ports = running.ports();
        if (running.services()) {
            for (Service service : Service.values()) {
                Long pid = pid(home.pidFile(service));
                String url = ports.url(service);
                String state = health.isReady(url) ? "ready" : pid == null ? "down" : "starting";
                parts.add(new PartStatus(service.id(), url, ports.of(service), pid, state, log(home, service.id())));
            }
        }
        if (running.infrastructure()) {
            parts.add(part(home, Part.KAFKA, "localhost:" + ports.kafka(), ports.kafka()));
            parts.add(part(home, Part.POSTGRES, "localhost:" + ports.postgres(), ports.postgres()));
            parts.add(part(home, Part.S3, "http://localhost:" + ports.s3(), ports.s3()));
        }
        return parts;
    }

    private static PartStatus part(Home home, Part part, String url, int port) {
        Long pid = pid(home.pidFile(part));
        String state = dev.parlance.platform.host.Ports.isListening(port) ? "ready" : pid == null ? "down" : "starting";
        return new PartStatus(part.key(), url, port, pid, state, log(home, part.key()));
    }

    private static Long pid(Path pidFile) {
        return ManagedProcess.leftover(pidFile).map(ProcessHandle::pid).orElse(null);
    }

    private static String log(Home home, String name) {
        return home.log(name).toString();
    }
}
