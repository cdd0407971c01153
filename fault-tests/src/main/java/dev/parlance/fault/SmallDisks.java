package dev.parlance.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Disks that can be filled without harm to anybody: made of memory, in a name space of their own, gone with the
/// last process in it. Needs Linux that allows user name spaces, as the embedded PostgreSQL does for root.
final class SmallDisks {
    private static final String PROPERTY = "parlance.faults.disk";
    private static final String MOUNT_SCRIPT = """
        mount -t tmpfs -o size=700m,mode=0777 none "$0" && mkdir -m 0777 "$0/kafka" "$0/s3" \
        && mount -t tmpfs -o size=250m,mode=0777 none "$0/kafka" \
        && mount -t tmpfs -o size=60m,mode=0777 none "$0/s3" && exec "$@"
        """;

    private SmallDisks() {}

    /// The directory of the small disk if this JVM was started on one.
    static Optional<Path> directory() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    /// Runs this same program with these arguments where the disks are small: one for everything, and on it one for
    /// the broker and one for S3.
    static int run(Path home, List<String> arguments) throws InterruptedException {
        try {
            Path disk = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "disk-");
            List<String> words = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", MOUNT_SCRIPT, disk.toString()));
            words.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx3g",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dparlance.home=" + home,
                    "-D" + PROPERTY + "=" + disk,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            words.addAll(arguments);
            Process process = new ProcessBuilder(words).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "small-disks"));
            int code = process.waitFor();
            Files.delete(disk);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
