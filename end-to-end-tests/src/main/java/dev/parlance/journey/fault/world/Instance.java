package dev.parlance.journey.fault.world;

import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One process of a service, at one address through all its lives.
public final class Instance {
    private static final Duration TIME_TO_START = Duration.ofSeconds(240);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Kind kind;
    private final int port = Ports.free();
    private final Path directory;
    private final Path jar;
    private final Map<String, String> environment;
    private final BooleanSupplier ended;
    private ManagedProcess process;
    private volatile boolean wanted;

    Instance(Kind kind, Path home, Path directory, Map<String, String> environment, BooleanSupplier ended) {
        this.ended = ended;
        this.kind = kind;
        this.directory = directory;
        this.jar = home.resolve(kind.module()).resolve("target/quarkus-app/quarkus-run.jar");
        this.environment = environment;
    }

    public Kind kind() {
        return kind;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /// Starts it and returns when it is ready.
    ///
    /// @param options of its JVM: settings as system properties, or a heap
    public void start(String... options) {
        launch(options);
        awaitReady();
    }

    /// Starts it and does not wait.
    public void launch(String... options) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError"));
        words.addAll(List.of(options));
        words.addAll(List.of("-jar", jar.toString()));
        Map<String, String> all = new HashMap<>(environment);
        all.put("PARLANCE_HTTP_PORT", Integer.toString(port));
        String name = kind.module() + "-" + port;
        process = ManagedProcess.start(new ManagedProcess.Command(
                name, words, all, log(), directory.resolve("run").resolve(name + ".pid")));
        wanted = true;
        if (ended.getAsBoolean()) {
            kill(); // whoever ended the world may have looked before this one was there
            throw new FaultFailed("the run is being ended");
        }
    }

    public void awaitReady() {
        process.waitUntilReady(() -> answers("/q/health/ready"), TIME_TO_START);
    }

    /// Whether it should be running: it was started and nobody has ended it.
    public boolean isWanted() {
        return wanted;
    }

    boolean isStarted() {
        return process != null;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Optional<Integer> exitCode() {
        return process.exitCode();
    }

    /// As a crash would.
    public void kill() {
        wanted = false;
        process.kill();
    }

    /// As an orchestrator would: TERM, and after the grace KILL.
    ///
    /// @return how long it took
    public Duration stop(Duration grace) {
        wanted = false;
        long begun = System.nanoTime();
        process.stop(grace);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// It is about to die by itself; nobody should miss it.
    public void expectDeath() {
        wanted = false;
    }

    /// Stops its clock: it does nothing more and says so to nobody.
    public void pause() {
        wanted = false;
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
        wanted = true;
    }

    public boolean answers(String path) {
        return status(path) == 200;
    }

    /// 0 where there is no answer.
    public int status(String path) {
        try {
            return HTTP.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// The sum of a metric over its labels; 0 where it is missing.
    public double metric(String name) throws IOException, InterruptedException {
        return HTTP.send(request("/q/metrics"), BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Lines of its log, through all its lives, that hold this text.
    public long logged(String text) {
        if (!Files.exists(log())) {
            return 0;
        }
        try (var lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return directory.resolve("logs").resolve(kind.module() + "-" + port + ".log");
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(4))
                .build();
    }

    /// Java itself can send TERM and KILL only.
    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new FaultFailed("kill -%s %d ended with %d".formatted(name, pid(), code));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
