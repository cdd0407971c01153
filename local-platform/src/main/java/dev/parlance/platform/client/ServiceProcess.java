package dev.parlance.platform.client;

import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One instance of a service in a process of its own; its port and its log stay the same when it is started again.
public final class ServiceProcess implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(240);
    private static final JsonHttpClient HTTP = new JsonHttpClient(Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final Service service;
    private final Configuration configuration;
    private final int port = Ports.findFree();
    private ManagedProcess process;
    private boolean closed;
    private volatile boolean expectedUp;

    /// What each start uses.
    ///
    /// @param directory   its log and its pid file are written to `logs` and `run` in it
    /// @param environment of the process, without its own port
    public record Configuration(Path directory, Map<String, String> environment, List<String> jvmOptions) {}

    public ServiceProcess(Service service, Configuration configuration) {
        this.service = service;
        this.configuration = configuration;
    }

    public Service service() {
        return service;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /// Starts it and waits until it is ready.
    ///
    /// @param jvmOptions of this start only
    public void start(String... jvmOptions) {
        launch(jvmOptions);
        awaitReady();
    }

    /// Starts it without waiting.
    ///
    /// @throws ClientFailure if it has been closed
    public synchronized void launch(String... jvmOptions) {
        if (closed) {
            throw new ClientFailure("the run is being ended");
        }
        List<String> arguments = new ArrayList<>(List.of(Checkout.javaExecutable()));
        arguments.addAll(configuration.jvmOptions());
        arguments.addAll(List.of(jvmOptions));
        arguments.addAll(List.of("-jar", jar().toString()));
        Map<String, String> environment = new HashMap<>(configuration.environment());
        environment.put("PARLANCE_HTTP_PORT", Integer.toString(port));
        process = ManagedProcess.start(new ManagedProcess.Command(
                name(),
                arguments,
                environment,
                logFile(),
                configuration.directory().resolve("run").resolve(name() + ".pid")));
        expectedUp = true;
    }

    public void awaitReady() {
        process.waitUntilReady(() -> isOk("/q/health/ready"), START_TIMEOUT);
    }

    /// Whether it was started and nobody has ended it on purpose since.
    public boolean isExpectedUp() {
        return expectedUp;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Optional<Integer> exitCode() {
        return process.exitCode();
    }

    /// Sends KILL.
    public void kill() {
        expectedUp = false;
        process.kill();
    }

    /// Sends TERM, and KILL if it still runs after the grace period.
    ///
    /// @return how long it took
    public Duration stop(Duration grace) {
        expectedUp = false;
        long begun = System.nanoTime();
        process.stop(grace);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// It is about to exit by itself.
    public void expectExit() {
        expectedUp = false;
    }

    public void pause() {
        expectedUp = false;
        ProcessSignal.STOP.sendTo(pid());
    }

    public void resume() {
        ProcessSignal.CONT.sendTo(pid());
        expectedUp = true;
    }

    /// Kills it if it runs; it cannot be started any more.
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            kill();
        }
    }

    public boolean isOk(String path) {
        return status(path) == 200;
    }

    /// The status of a GET; 0 if there is no response.
    public int status(String path) {
        return HTTP.status(url() + path);
    }

    /// The sum of a metric over its labels; 0 if it is missing.
    public double metric(String name) throws IOException, InterruptedException {
        return HTTP.get(url() + "/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Lines of its log that contain this text, those of earlier starts included.
    public long countLogLines(String text) {
        if (!Files.exists(logFile())) {
            return 0;
        }
        try (var lines = Files.lines(logFile(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logFile() {
        return configuration.directory().resolve("logs").resolve(name() + ".log");
    }

    private String name() {
        return service.module() + "-" + port;
    }

    private Path jar() {
        return Checkout.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
