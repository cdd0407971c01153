package dev.parlance.fault.cluster;

import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.host.Directories;
import dev.parlance.platform.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/// A copy of the database's files as they were at one moment.
public final class DatabaseBackup {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final TestCluster cluster;
    private final Path data;
    private final Path copy;

    private DatabaseBackup(TestCluster cluster) {
        this.cluster = cluster;
        this.data = cluster.directory().resolve("postgres");
        this.copy = cluster.directory().resolve("postgres-backup");
    }

    /// Stops the database for as long as the copy takes.
    public static DatabaseBackup take(TestCluster cluster) {
        var backup = new DatabaseBackup(cluster);
        cluster.process(Part.POSTGRES).stop(STOP_TIMEOUT);
        backup.copyFiles();
        cluster.restart(Part.POSTGRES);
        return backup;
    }

    /// Puts the copy in place of the database, and starts the services again. Once.
    ///
    /// @param jvmOptions of the services
    public void restore(List<String> jvmOptions) {
        cluster.stop(Service.values());
        cluster.process(Part.POSTGRES).stop(STOP_TIMEOUT);
        Directories.delete(data);
        try {
            Files.move(copy, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cluster.restart(Part.POSTGRES);
        List<ServiceProcess> services = cluster.all();
        services.forEach(service -> service.launch(jvmOptions.toArray(String[]::new)));
        services.forEach(ServiceProcess::awaitReady);
    }

    private void copyFiles() {
        try (var files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(data.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
