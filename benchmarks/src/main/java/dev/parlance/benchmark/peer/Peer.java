package dev.parlance.benchmark.peer;

import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Postgres;
import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The peer at work beside an installation: on the same PostgreSQL, in a database of its own, and on the same broker.
public final class Peer implements AutoCloseable {
    /// Of its turns.
    public static final String TOPIC = "peer.turn-recorded";

    private static final String DATABASE = "peer";
    private static final Duration TIME_TO_START = Duration.ofMinutes(2);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

    private final int port = Ports.free();
    private final Postgres postgres;
    private final Postgres administration;
    private final ManagedProcess process;

    private Peer(Installation installation, Path jar, int pool) {
        this.administration = installation.postgres();
        this.postgres = new Postgres(administration.port(), DATABASE);
        administration.execute("create database " + DATABASE);
        this.process = installation.startBeside("peer", words(jar), environment(installation.kafka(), pool));
    }

    /// @param pool how many connections it may open to its database
    public static Peer start(Installation installation, Path jar, int pool) {
        var peer = new Peer(installation, jar, pool);
        peer.process.waitUntilReady(peer::hasStarted, TIME_TO_START);
        return peer;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Postgres postgres() {
        return postgres;
    }

    /// The collector of the services, and more memory than they have: publications that wait are kept in it.
    private static List<String> words(Path jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString());
    }

    private Map<String, String> environment(String kafka, int pool) {
        return Map.of(
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SERVER_PORT",
                Integer.toString(port),
                "SPRING_DATASOURCE_URL",
                postgres.url(),
                "SPRING_DATASOURCE_USERNAME",
                Postgres.USER,
                "SPRING_DATASOURCE_PASSWORD",
                Postgres.PASSWORD,
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

    /// Its database goes, too: nobody else's figures shall pay for its vacuum.
    @Override
    public void close() {
        process.stop(TIME_TO_STOP);
        administration.execute("drop database if exists %s with (force)".formatted(DATABASE));
    }
}
