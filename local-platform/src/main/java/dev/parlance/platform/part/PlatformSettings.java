package dev.parlance.platform.part;

import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// The directory, ports and parts of a platform. Port 0 means any free port.
///
/// @param kafkaAdvertisedPort the port that Kafka tells its clients to connect to, if they connect through a proxy;
///     0 for its own
/// @param disposable whether the data is deleted when the platform stops; such a platform also stops with its JVM
public record PlatformSettings(
        Path directory,
        int kafkaPort,
        int postgresPort,
        int s3Port,
        Set<Part> parts,
        int kafkaAdvertisedPort,
        boolean disposable) {

    public PlatformSettings {
        directory = directory.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
    }

    /// A platform whose data is kept.
    public PlatformSettings(Path directory, int kafkaPort, int postgresPort, int s3Port, Set<Part> parts) {
        this(directory, kafkaPort, postgresPort, s3Port, parts, 0, false);
    }

    /// For tests: a new directory, free ports, Kafka and PostgreSQL; everything is deleted by `close()`.
    public static PlatformSettings temporary() {
        try {
            var target = Files.createDirectories(Checkout.root().resolve("target"));
            var directory = Files.createTempDirectory(target, "platform-");
            return new PlatformSettings(directory, 0, 0, 0, Set.of(Part.KAFKA, Part.POSTGRES), 0, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// These settings with exactly these parts.
    public PlatformSettings withParts(Part... only) {
        return new PlatformSettings(
                directory, kafkaPort, postgresPort, s3Port, Set.of(only), kafkaAdvertisedPort, disposable);
    }

    /// These settings with Kafka on `port`, behind a proxy on `proxyPort`.
    public PlatformSettings withKafkaBehindProxy(int port, int proxyPort) {
        return new PlatformSettings(directory, port, postgresPort, s3Port, parts, proxyPort, disposable);
    }

    /// These settings with a free port in place of each 0.
    public PlatformSettings withResolvedPorts() {
        return new PlatformSettings(
                directory,
                Ports.resolve(kafkaPort),
                Ports.resolve(postgresPort),
                Ports.resolve(s3Port),
                parts,
                kafkaAdvertisedPort,
                disposable);
    }
}
