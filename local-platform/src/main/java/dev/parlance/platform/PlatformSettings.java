package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// What a platform is told: where its data lives, which ports, which parts. Port 0 is any free port.
///
/// @param kafkaAdvertisedPort what Kafka tells its clients to connect to, where that is not its own port because
///     a proxy stands in front of it; 0 for its own
/// @param disposable whether the data ends with the platform, which then also stops by itself when its JVM ends
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

    /// A platform whose data stays.
    public PlatformSettings(Path directory, int kafkaPort, int postgresPort, int s3Port, Set<Part> parts) {
        this(directory, kafkaPort, postgresPort, s3Port, parts, 0, false);
    }

    /// For tests: a new directory, free ports, Kafka and PostgreSQL, and nothing left of it after `close()`.
    public static PlatformSettings temporary() {
        try {
            var target = Files.createDirectories(Checkout.root().resolve("target"));
            var directory = Files.createTempDirectory(target, "platform-");
            return new PlatformSettings(directory, 0, 0, 0, Set.of(Part.KAFKA, Part.POSTGRES), 0, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with exactly these parts.
    public PlatformSettings with(Part... only) {
        return new PlatformSettings(
                directory, kafkaPort, postgresPort, s3Port, Set.of(only), kafkaAdvertisedPort, disposable);
    }

    /// The same with Kafka at this port, behind a proxy at that one.
    public PlatformSettings withKafkaBehindProxy(int port, int proxyPort) {
        return new PlatformSettings(directory, port, postgresPort, s3Port, parts, proxyPort, disposable);
    }

    /// The same with ports in place of zeros.
    PlatformSettings withPortsChosen() {
        return new PlatformSettings(
                directory,
                Ports.chosen(kafkaPort),
                Ports.chosen(postgresPort),
                Ports.chosen(s3Port),
                parts,
                kafkaAdvertisedPort,
                disposable);
    }
}
