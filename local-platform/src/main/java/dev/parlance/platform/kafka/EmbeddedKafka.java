package dev.parlance.platform.kafka;

import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.part.EmbeddedPart;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import dev.parlance.platform.part.Template;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/// A Kafka broker as a child process on its own class path: one node, KRaft.
public final class EmbeddedKafka implements EmbeddedPart {
    private static final Duration STOP_GRACE_PERIOD = Duration.ofSeconds(20);

    private final Path directory;
    private final Path home;
    private final int port;
    private final int advertisedPort;
    private final int platformPort = Ports.findFree();
    private final int controllerPort = Ports.findFree();

    public EmbeddedKafka(PlatformSettings settings) {
        this.directory = settings.directory();
        this.home = directory.resolve("kafka");
        this.port = settings.kafkaPort();
        this.advertisedPort = settings.kafkaAdvertisedPort() == 0 ? port : settings.kafkaAdvertisedPort();
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    /// The address for clients, which may be that of a proxy.
    public String bootstrapServers() {
        return "127.0.0.1:" + advertisedPort;
    }

    @Override
    public ManagedProcess start() {
        Ports.requireFree(port, "--port-kafka");
        var properties = configure();
        if (!Files.exists(data().resolve("meta.properties"))) format(properties);
        var process = ManagedProcess.start(command(part().key(), "-Xmx256m", "kafka.Kafka", properties.toString()));
        process.waitUntilReady(() -> Ports.isListening(port) && Ports.isListening(platformPort), READY_TIMEOUT);
        return process;
    }

    @Override
    public void provision() {
        Topics.load().createMissing("127.0.0.1:" + platformPort);
    }

    @Override
    public void endLeftover() {
        ManagedProcess.endLeftover(
                EmbeddedPart.pidFile(directory, part()), ManagedProcess.Signal.TERM, STOP_GRACE_PERIOD);
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
            Files.writeString(
                    loggingConfig(), Template.load("kafka-log4j2.properties").render(Map.of()));
            return Files.writeString(
                    home.resolve("server.properties"),
                    Template.load("kafka-server.properties").render(values));
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
        var arguments = new ArrayList<>(List.of(
                Checkout.javaExecutable(),
                heap,
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + loggingConfig(),
                "-cp",
                Checkout.jarDirectory("kafka") + "/*"));
        arguments.addAll(List.of(mainAndArguments));
        return new ManagedProcess.Command(
                part().title(),
                arguments,
                Map.of(),
                EmbeddedPart.logFile(directory, part()),
                directory.resolve("run").resolve(name + ".pid"));
    }

    private Path loggingConfig() {
        return home.resolve("log4j2.properties");
    }
}
