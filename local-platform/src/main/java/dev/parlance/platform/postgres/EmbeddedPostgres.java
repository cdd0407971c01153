package dev.parlance.platform.postgres;

import dev.parlance.platform.host.Directories;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.part.EmbeddedPart;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// PostgreSQL as a child process, as durable as in production: commits survive a KILL.
public final class EmbeddedPostgres implements EmbeddedPart {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "256MB"),
            // With 1 GB there is a checkpoint every few seconds under load, and after each one whole pages are
            // logged again.
            Map.entry("max_wal_size", "4GB"),
            // Outbox rows are deleted soon after their insert: frequent vacuuming keeps the table small and in the
            // buffers.
            Map.entry("autovacuum_naptime", "10s"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"));
    private static final String SHARED_MEMORY_IN_USE = "pre-existing shared memory block";
    private static final Duration STOP_GRACE_PERIOD = Duration.ofSeconds(15);

    private final Path directory;
    private final int port;
    private final PostgresData data;
    private final SuperuserPassword password;
    private final Database database;

    public EmbeddedPostgres(PlatformSettings settings) {
        this.directory = settings.directory();
        this.port = settings.postgresPort();
        this.data = new PostgresData(directory.resolve("postgres"));
        this.password = SuperuserPassword.loadOrCreate(directory);
        this.database = Database.local(port, password);
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public ManagedProcess start() {
        if (data.exists()) {
            data.requireVersion(PostgresBinaries.majorVersion());
            data.removeStaleLock();
        } else {
            initialize();
        }
        Ports.requireFree(port, "--port-postgres");
        return startWithRetry(System.nanoTime() + READY_TIMEOUT.toNanos());
    }

    /// The children of a killed PostgreSQL may live on for a moment; while they do, it refuses to start.
    private ManagedProcess startWithRetry(long deadline) {
        while (true) {
            try {
                var process = ManagedProcess.start(command(part().key(), postgres()));
                process.waitUntilReady(database::isReachable, READY_TIMEOUT);
                return process;
            } catch (PlatformFailure e) {
                if (!e.getMessage().contains(SHARED_MEMORY_IN_USE) || System.nanoTime() > deadline) throw e;
            }
        }
    }

    public SuperuserPassword superuserPassword() {
        return password;
    }

    @Override
    public void provision() {
        database.replacePassword(SuperuserPassword.FORMER);
        database.create();
        database.provisionLocally();
    }

    @Override
    public void endLeftover() {
        ManagedProcess.endLeftover(
                EmbeddedPart.pidFile(directory, part()), ManagedProcess.Signal.INT, STOP_GRACE_PERIOD);
    }

    /// Initializes another directory and renames it when complete: a run killed here leaves no incomplete data
    /// directory.
    private void initialize() {
        var unfinished = directory.resolve("postgres-unfinished");
        Directories.delete(unfinished);
        try {
            ManagedProcess.start(command("initdb", initdb(unfinished, SuperuserPassword.file(directory))))
                    .waitUntilDone(READY_TIMEOUT);
            Files.move(unfinished, data.directory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same collation on every machine: by code point, with the character classes of Unicode.
    private static List<String> initdb(Path target, Path password) {
        return List.of(
                program("initdb"),
                "--pgdata=" + target,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--username=" + Database.ADMIN,
                "--pwfile=" + password);
    }

    private List<String> postgres() {
        var arguments = new ArrayList<>(
                List.of(program("postgres"), "-D", data.directory().toString(), "-p", "" + port));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private static String program(String name) {
        return PostgresBinaries.directory().resolve("bin").resolve(name).toString();
    }

    private ManagedProcess.Command command(String name, List<String> arguments) {
        return new ManagedProcess.Command(
                part().title(),
                UnshareCommand.wrap(arguments),
                Map.of(),
                EmbeddedPart.logFile(directory, part()),
                directory.resolve("run").resolve(name + ".pid"),
                ManagedProcess.Signal.INT);
    }
}
