package dev.parlance.platform.host;

import java.nio.file.Files;
import java.nio.file.Path;

/// The checkout of this build, with the broker's jars and the unpacked PostgreSQL.
public final class Checkout {
    private static final Path MARKER_FILE = Path.of("local-platform", "broker", "pom.xml");

    private Checkout() {}

    /// The system property `parlance.home`, by default the nearest parent directory that is a checkout.
    public static Path root() {
        var home = System.getProperty("parlance.home");
        if (home != null && !home.isBlank())
            return Path.of(home).toAbsolutePath().normalize();
        for (var dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.exists(dir.resolve(MARKER_FILE))) return dir;
        }
        throw new PlatformFailure(
                "The checkout of Parlance was not found: run inside it, or set the system property parlance.home.");
    }

    /// A directory of jars that the module `local-platform/broker` has collected.
    public static Path jarDirectory(String name) {
        var directory = root().resolve("local-platform/broker/target").resolve(name);
        if (!Files.isDirectory(directory)) {
            throw new PlatformFailure(
                    "%s is missing: run ./mvnw -Dquick -pl local-platform/broker package first.".formatted(directory));
        }
        return directory;
    }

    /// The java of this JVM, for child processes.
    public static String javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
