package dev.parlance.platform.postgres;

import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.Directories;
import dev.parlance.platform.host.PlatformFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once per version into the checkout.
final class PostgresBinaries {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /// The major version as in the file `PG_VERSION` of a data directory.
    static String majorVersion() {
        return version().replaceAll("\\..*", "");
    }

    /// The directory that contains `bin/postgres`, unpacked on first use. Concurrent processes each unpack a copy,
    /// and the first complete one is kept.
    static Path directory() {
        var archive = archive();
        var directory = Checkout.root().resolve(".parlance").resolve("postgres-" + version() + "-" + archive);
        if (Files.isDirectory(directory)) return directory;
        try {
            Files.createDirectories(directory.getParent());
            var unpacked = Files.createTempDirectory(directory.getParent(), "unpacking-");
            Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack("/postgres-" + archive + ".txz", unpacked);
            moveUnlessPresent(unpacked, directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void moveUnlessPresent(Path unpacked, Path directory) throws IOException {
        try {
            Files.move(unpacked, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Directories.delete(unpacked);
            if (!Files.isDirectory(directory)) throw e;
        }
    }

    private static void unpack(String resource, Path target) throws IOException {
        try (var packed = open(resource);
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) throw new IOException("Outside of the archive: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    writeEntry(tar, entry, path);
                }
            }
        }
    }

    private static void writeEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var permissions = (entry.getMode() & OWNER_MAY_EXECUTE) == 0 ? "rw-r--r--" : "rwxr-xr-x";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static InputStream open(String resource) {
        var in = PostgresBinaries.class.getResourceAsStream(resource);
        if (in != null) return in;
        throw new PlatformFailure(
                "There are no PostgreSQL binaries for this machine in the build (%s): ".formatted(resource)
                        + "set PARLANCE_PLATFORM=containers or external.");
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return system + (System.getProperty("os.arch").equals("aarch64") ? "-arm_64" : "-x86_64");
    }

    private static String version() {
        var properties = new Properties();
        try (var in = PostgresBinaries.class.getResourceAsStream("/platform.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("postgres.version");
    }
}
