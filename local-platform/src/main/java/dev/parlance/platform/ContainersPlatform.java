package dev.parlance.platform;

import dev.parlance.platform.host.Directories;
import dev.parlance.platform.host.Parallel;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.kafka.Topics;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.postgres.Database;
import dev.parlance.platform.postgres.SuperuserPassword;
import dev.parlance.platform.s3.S3Keys;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// The same servers in containers, for machines with a container engine and no PostgreSQL binaries in the build.
/// Data is deleted with the containers. Its test is skipped where no engine runs: a green build proves nothing there.
final class ContainersPlatform implements Platform {
    private static final String KAFKA_IMAGE = "apache/kafka:4.3.1";
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String S3_IMAGE = "andrewgaul/s3proxy:s3proxy-4.1.0";

    private final PlatformSettings settings;
    private final S3Keys keys = S3Keys.random();
    private final SuperuserPassword superuserPassword = SuperuserPassword.random();
    private final Map<Part, GenericContainer<?>> containers = new EnumMap<>(Part.class);

    private ContainersPlatform(PlatformSettings settings) {
        this.settings = settings;
        for (var part : settings.parts()) {
            containers.put(
                    part,
                    switch (part) {
                        case KAFKA -> kafka(settings.kafkaPort());
                        case POSTGRES -> postgres(settings.postgresPort(), superuserPassword);
                        case S3 -> s3(settings.s3Port(), keys);
                    });
        }
    }

    static boolean isEngineRunning() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static ContainersPlatform start(PlatformSettings settings) {
        if (!isEngineRunning()) {
            throw new PlatformFailure(
                    "PARLANCE_PLATFORM=containers needs a running container engine: start one, or use embedded.");
        }
        var platform = new ContainersPlatform(settings.withResolvedPorts());
        try {
            Parallel.runAll(platform.containers.values().stream()
                    .map(container -> (Runnable) container::start)
                    .toList());
            platform.provision();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    @Override
    public Endpoints endpoints() {
        var parts = settings.parts();
        var s3 = parts.contains(Part.S3);
        return new Endpoints(
                parts.contains(Part.KAFKA) ? "127.0.0.1:" + settings.kafkaPort() : null,
                parts.contains(Part.POSTGRES) ? Database.localUrl(settings.postgresPort()) : null,
                parts.contains(Part.POSTGRES) ? superuserPassword.value() : null,
                s3 ? "http://127.0.0.1:" + settings.s3Port() : null,
                s3 ? keys.accessKey() : null,
                s3 ? keys.secretKey() : null);
    }

    @Override
    public void close() {
        containers.values().forEach(GenericContainer::stop);
        if (settings.disposable()) Directories.delete(settings.directory());
    }

    private void provision() {
        if (containers.containsKey(Part.KAFKA))
            Topics.load().createMissing(endpoints().kafka());
        if (containers.containsKey(Part.POSTGRES)) {
            var database = Database.local(settings.postgresPort(), superuserPassword);
            database.create();
            database.provisionLocally();
        }
    }

    private static GenericContainer<?> kafka(int port) {
        return withFixedPort(port, 9092, new GenericContainer<>(KAFKA_IMAGE))
                .withEnv(Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port),
                        Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*\\n", 1));
    }

    private static GenericContainer<?> postgres(int port, SuperuserPassword password) {
        return withFixedPort(port, 5432, new GenericContainer<>(POSTGRES_IMAGE))
                .withEnv("POSTGRES_PASSWORD", password.value())
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand("postgres", "-c", "max_connections=200")
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 2));
    }

    private static GenericContainer<?> s3(int port, S3Keys keys) {
        return withFixedPort(port, 80, new GenericContainer<>(S3_IMAGE))
                .withEnv("S3PROXY_AUTHORIZATION", "aws-v4")
                .withEnv("S3PROXY_IDENTITY", keys.accessKey())
                .withEnv("S3PROXY_CREDENTIAL", keys.secretKey())
                .waitingFor(Wait.forListeningPort());
    }

    /// Fixed, because Kafka must know its advertised port before it starts.
    private static GenericContainer<?> withFixedPort(int port, int inside, GenericContainer<?> container) {
        container.addExposedPort(inside);
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
        return container;
    }
}
