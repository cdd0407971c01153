package dev.parlance.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/// The checkout that this build belongs to: where the broker's jars lie and unpacked binaries are kept.
final class Checkout {
    private static final Path MARK = Path.of("local-platform", "broker", "pom.xml");

    private Checkout() {}

    /// The system property `parlance.home`, or else the nearest directory above that looks like the checkout.
    static Path root() {
        var home = System.getProperty("parlance.home");
        if (home != null && !home.isBlank())
            return Path.of(home).toAbsolutePath().normalize();
        for (var dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.exists(dir.resolve(MARK))) return dir;
        }
        throw new PlatformFailure(
                "The checkout of Parlance was not found: run inside it, or set the system property parlance.home.");
    }

    /// Jars that `local-platform/broker` has gathered under its target directory.
    static Path gathered(String name) {
        var directory = root().resolve("local-platform/broker/target").resolve(name);
        if (!Files.isDirectory(directory)) {
            throw new PlatformFailure(
                    "%s is missing: run ./mvnw -Dquick -pl local-platform/broker package first.".formatted(directory));
        }
        return directory;
    }

    /// The java that runs this JVM, for children that are Java programs themselves.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
