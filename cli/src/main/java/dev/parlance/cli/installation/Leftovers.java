package dev.parlance.cli.installation;

import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.ManagedProcess.Signal;
import dev.parlance.platform.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a run left behind in `.parlance/` that was killed before it could stop its children.
final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(20);
    /// What is no data: `--fresh` leaves it. The last is PostgreSQL's program, unpacked.
    private static final Pattern NOT_DATA = Pattern.compile("build|logs|run|platform\\.lock|postgres-[0-9].*");

    private final Home home;

    Leftovers(Home home) {
        this.home = home;
    }

    /// Ends processes of an earlier run, services before infrastructure, and answers how many there were. A pid file
    /// whose process is gone, or whose pid somebody else's program has by now, is removed and harms nobody.
    int end() {
        RunningInstallation.forget(home);
        List<Path> pidFiles = new ArrayList<>();
        for (Service service : Service.values()) {
            pidFiles.add(home.pidFile(service));
        }
        Stream.of(Part.S3, Part.KAFKA).forEach(part -> pidFiles.add(pidFile(part)));
        int ended = 0;
        for (Path pidFile : pidFiles) {
            ended += end(pidFile, Signal.TERM);
        }
        return ended + end(pidFile(Part.POSTGRES), Signal.INT);
    }

    private static int end(Path pidFile, Signal signal) {
        int alive = ManagedProcess.leftover(pidFile).isPresent() ? 1 : 0;
        ManagedProcess.endLeftover(pidFile, signal, GRACE);
        return alive;
    }

    private Path pidFile(Part part) {
        return home.run().resolve(part.key() + ".pid");
    }

    /// Removes all data, so that the next start is the first one.
    void deleteData() {
        try (Stream<Path> all = Files.exists(home.state()) ? Files.walk(home.state()) : Stream.empty()) {
            List<Path> data =
                    all.filter(this::isData).sorted(Comparator.reverseOrder()).toList();
            for (Path path : data) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isData(Path path) {
        Path inside = home.state().relativize(path);
        return !inside.toString().isEmpty()
                && !NOT_DATA.matcher(inside.getName(0).toString()).matches();
    }
}
