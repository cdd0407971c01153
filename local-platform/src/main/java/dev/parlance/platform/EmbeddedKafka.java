package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/// The real broker as a child process on its own class path: one node, KRaft.
final class EmbeddedKafka implements EmbeddedPart {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path directory;
    private final Path home;
    private final int port;
    private final int advertisedPort;
    private final int platformPort = Ports.free();
    private final int controllerPort = Ports.free();

    EmbeddedKafka(PlatformSettings settings) {
        this.directory = settings.directory();
        this.home = directory.resolve("kafka");
        this.port = settings.kafkaPort();
        this.advertisedPort = settings.kafkaAdvertisedPort() == 0 ? port : settings.kafkaAdvertisedPort();
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    /// Where clients reach it.
    String bootstrap() {
        return "127.0.0.1:" + advertisedPort;
    }

    @Override
    public ManagedProcess start() {
        Ports.requireFree(port, "--port-kafka");
        var properties = configure();
        if (!Files.exists(data().resolve("meta.properties"))) format(properties);
        var process = ManagedProcess.start(command(part().key(), "-Xmx256m", "kafka.Kafka", properties.toString()));
        process.waitUntilReady(() -> Ports.answers(port) && Ports.answers(platformPort), READY_TIMEOUT);
        return process;
    }

    @Override
    public void furnish() {
        Topics.load().createMissing("127.0.0.1:" + platformPort);
    }

    @Override
    public void endLeftover() {
        ManagedProcess.endLeftover(EmbeddedPart.pidFile(directory, part()), ManagedProcess.Signal.TERM, GRACE);
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path configure() {
        var values = Map.of(
                "port", port,
                "advertisedPort", advertisedPort,
                "platformPort", platformPort,
                "controllerPort", controllerPort,
                "data", data());
        try {
            Files.createDirectories(home);
            Files.writeString(logging(), Template.of("kafka-log4j2.properties").filled(Map.of()));
            return Files.writeString(
                    home.resolve("server.properties"),
                    Template.of("kafka-server.properties").filled(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void format(Path properties) {
        var format = command(
                "kafka-format",
                "-Xmx128m",
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "--ignore-formatted",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                properties.toString());
        ManagedProcess.start(format).waitUntilDone(READY_TIMEOUT);
    }

    private ManagedProcess.Command command(String name, String heap, String... mainAndArguments) {
        var words = new ArrayList<>(List.of(
                Checkout.java(),
                heap,
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + logging(),
                "-cp",
                Checkout.gathered("kafka") + "/*"));
        words.addAll(List.of(mainAndArguments));
        return new ManagedProcess.Command(
                part().title(),
                words,
                Map.of(),
                EmbeddedPart.log(directory, part()),
                directory.resolve("run").resolve(name + ".pid"));
    }

    private Path logging() {
        return home.resolve("log4j2.properties");
    }
}
