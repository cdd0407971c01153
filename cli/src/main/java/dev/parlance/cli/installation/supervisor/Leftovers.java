package dev.parlance.cli.installation.supervisor;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.Service;
import dev.parlance.platform.host.Directories;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.process.ManagedProcess;
import dev.parlance.platform.process.ManagedProcess.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The processes and data in `.parlance/` of a run that was killed before it could stop its children.
final class Leftovers {
    private static final Duration PART_GRACE_PERIOD = Duration.ofSeconds(20);
    /// What `--fresh` keeps: builds, logs, and the unpacked programs of PostgreSQL.
    private static final Pattern NOT_DATA = Pattern.compile("build|logs|run|platform\\.lock|postgres-[0-9].*");

    private final Home home;

    Leftovers(Home home) {
        this.home = home;
    }

    /// Stops the processes of an earlier run, services before infrastructure. A pid file whose process has ended, or
    /// whose pid belongs to another program by now, is deleted.
    ///
    /// @return how many were running
    int end() {
        RunningInstallation.deleteState(home);
        int ended = 0;
        for (Service service : Service.values()) {
            ended += end(home.pidFile(service), Signal.TERM, ServiceProcess.STOP_GRACE_PERIOD);
        }
        for (Part part : List.of(Part.S3, Part.KAFKA)) {
            ended += end(home.pidFile(part), Signal.TERM, PART_GRACE_PERIOD);
        }
        return ended + end(home.pidFile(Part.POSTGRES), Signal.INT, PART_GRACE_PERIOD);
    }

    private static int end(Path pidFile, Signal signal, Duration grace) {
        int alive = ManagedProcess.leftover(pidFile).isPresent() ? 1 : 0;
        ManagedProcess.endLeftover(pidFile, signal, grace);
        return alive;
    }

    /// Deletes all data.
    void deleteData() {
        if (!Files.exists(home.state())) {
            return;
        }
        try (Stream<Path> children = Files.list(home.state())) {
            children.filter(Leftovers::isData).forEach(Directories::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isData(Path child) {
        return !NOT_DATA.matcher(child.getFileName().toString()).matches();
    }
}
