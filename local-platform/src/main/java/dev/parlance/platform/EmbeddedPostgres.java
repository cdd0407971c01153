package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// PostgreSQL as a child process, as durable as in production: what it has committed survives a KILL.
final class EmbeddedPostgres implements EmbeddedPart {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "256MB"),
            // Under load, 1 GB means a checkpoint every few seconds, after which each page is logged whole again.
            Map.entry("max_wal_size", "4GB"),
            // Rows of an outbox live for a moment: cleared away often, they take few pages, which stay in the buffers.
            Map.entry("autovacuum_naptime", "10s"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"));
    private static final String STILL_ATTACHED = "pre-existing shared memory block";
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path directory;
    private final int port;
    private final PostgresData data;
    private final Database database;

    EmbeddedPostgres(PlatformSettings settings) {
        this.directory = settings.directory();
        this.port = settings.postgresPort();
        this.data = new PostgresData(directory.resolve("postgres"));
        this.database = Database.local(port);
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public ManagedProcess start() {
        if (data.exists()) {
            data.requireVersion(PostgresBinaries.majorVersion());
            data.releaseFromTheDead();
        } else {
            initialize();
        }
        Ports.requireFree(port, "--port-postgres");
        return startWhenReleased(System.nanoTime() + READY_TIMEOUT.toNanos());
    }

    /// The children of a killed PostgreSQL may live on for a moment; until then it rightly refuses to start anew.
    private ManagedProcess startWhenReleased(long deadline) {
        while (true) {
            try {
                var process = ManagedProcess.start(command(part().key(), postgres()));
                process.waitUntilReady(database::answers, READY_TIMEOUT);
                return process;
            } catch (PlatformFailure e) {
                if (!e.getMessage().contains(STILL_ATTACHED) || System.nanoTime() > deadline) throw e;
            }
        }
    }

    @Override
    public void furnish() {
        database.create();
        database.furnishLocally();
    }

    @Override
    public void endLeftover() {
        ManagedProcess.endLeftover(EmbeddedPart.pidFile(directory, part()), ManagedProcess.Signal.INT, GRACE);
    }

    /// Made beside its place and moved there when complete: a run killed here leaves nothing that looks like data.
    private void initialize() {
        var unfinished = directory.resolve("postgres-unfinished");
        Directories.delete(unfinished);
        var password = Directories.create(directory).resolve("postgres-password");
        try {
            Files.writeString(password, Database.ADMIN_PASSWORD);
            ManagedProcess.start(command("initdb", initdb(unfinished, password)))
                    .waitUntilDone(READY_TIMEOUT);
            Files.move(unfinished, data.directory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            password.toFile().delete();
        }
    }

    /// One collation on every machine: by code point, with the letters of Unicode.
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
        var words = new ArrayList<>(
                List.of(program("postgres"), "-D", data.directory().toString(), "-p", "" + port));
        SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    private static String program(String name) {
        return PostgresBinaries.directory().resolve("bin").resolve(name).toString();
    }

    private ManagedProcess.Command command(String name, List<String> words) {
        return new ManagedProcess.Command(
                part().title(),
                Unprivileged.command(words),
                Map.of(),
                EmbeddedPart.log(directory, part()),
                directory.resolve("run").resolve(name + ".pid"),
                ManagedProcess.Signal.INT);
    }
}
