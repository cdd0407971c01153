package dev.parlance.benchmark.throughput.peer;

import dev.parlance.benchmark.installation.Installation;
import dev.parlance.platform.client.SqlClient;
import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The peer at work beside an installation: on the same PostgreSQL, in a database of its own, and on the same broker.
public final class PeerProcess implements AutoCloseable {
    /// Of its turns.
    public static final String TOPIC = "peer.turn-recorded";

    private static final String DATABASE = "peer";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final int port = Ports.findFree();
    private final SqlClient postgres;
    private final SqlClient adminDatabase;
    private final ManagedProcess process;

    private PeerProcess(Installation installation, Path jar, int pool) {
        this.adminDatabase = installation.postgres();
        this.postgres = installation.postgres(DATABASE);
        adminDatabase.execute("create database " + DATABASE);
        this.process =
                installation.startProcess("peer", arguments(jar), environment(installation.bootstrapServers(), pool));
    }

    /// @param pool how many connections it may open to its database
    public static PeerProcess start(Installation installation, Path jar, int pool) {
        var peer = new PeerProcess(installation, jar, pool);
        peer.process.waitUntilReady(peer::hasStarted, START_TIMEOUT);
        return peer;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public SqlClient postgres() {
        return postgres;
    }

    /// The collector of the services, and more memory than they have: publications that wait are kept in it.
    private static List<String> arguments(Path jar) {
        return List.of(Checkout.javaExecutable(), "-Xmx1g", "-XX:+UseSerialGC", "-jar", jar.toString());
    }

    private Map<String, String> environment(String kafka, int pool) {
        return Map.of(
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SERVER_PORT",
                Integer.toString(port),
                "SPRING_DATASOURCE_URL",
                postgres.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME",
                postgres.role(),
                "SPRING_DATASOURCE_PASSWORD",
                postgres.password(),
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
                Integer.toString(pool),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                kafka);
    }

    private boolean hasStarted() {
        try {
            return Files.readString(process.log()).contains("Started PeerApplication in ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its database is dropped, so that its vacuum does not affect later figures.
    @Override
    public void close() {
        process.stop(STOP_TIMEOUT);
        adminDatabase.execute("drop database if exists %s with (force)".formatted(DATABASE));
    }
}
