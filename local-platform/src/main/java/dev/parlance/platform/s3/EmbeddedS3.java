package dev.parlance.platform.s3;

import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.Directories;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.host.PrivateFile;
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
import java.util.List;
import java.util.Map;

/// S3Proxy over a directory, as a child process. It accepts only signed requests and starts without buckets.
public final class EmbeddedS3 implements EmbeddedPart {
    private static final Duration STOP_GRACE_PERIOD = Duration.ofSeconds(10);

    private final Path directory;
    private final Path home;
    private final int port;
    private final S3Keys keys;

    public EmbeddedS3(PlatformSettings settings) {
        this.directory = settings.directory();
        this.home = PrivateFile.directory(directory.resolve("s3"));
        this.port = settings.s3Port();
        this.keys = S3Keys.loadOrCreate(home.resolve("keys.properties"));
    }

    @Override
    public Part part() {
        return Part.S3;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public S3Keys keys() {
        return keys;
    }

    @Override
    public ManagedProcess start() {
        Ports.requireFree(port, "--port-s3");
        var process = ManagedProcess.start(new ManagedProcess.Command(
                part().title(),
                List.of(
                        Checkout.javaExecutable(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                        "-jar",
                        jar(),
                        "--properties",
                        configure()),
                Map.of("LOG_LEVEL", "warn"),
                EmbeddedPart.logFile(directory, part()),
                EmbeddedPart.pidFile(directory, part())));
        process.waitUntilReady(() -> Ports.isListening(port), READY_TIMEOUT);
        return process;
    }

    @Override
    public void endLeftover() {
        ManagedProcess.endLeftover(
                EmbeddedPart.pidFile(directory, part()), ManagedProcess.Signal.TERM, STOP_GRACE_PERIOD);
    }

    private String configure() {
        var data = Directories.create(home.resolve("data"));
        var values = Map.of("port", port, "accessKey", keys.accessKey(), "secretKey", keys.secretKey(), "data", data);
        var file = home.resolve("s3proxy.properties");
        PrivateFile.write(file, Template.load("s3proxy.properties").render(values));
        return file.toString();
    }

    private static String jar() {
        try (var jars = Files.list(Checkout.jarDirectory("s3proxy"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new PlatformFailure(
                            "S3Proxy is missing: run ./mvnw -Dquick -pl local-platform/broker package first."))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
