package dev.parlance.benchmark.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.installation.process.CpuTime;
import dev.parlance.benchmark.installation.process.PausedProcesses;
import dev.parlance.benchmark.installation.storage.DurabilitySettings;
import dev.parlance.benchmark.installation.storage.PipelineProgress;
import dev.parlance.benchmark.installation.storage.TopicSize;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.platform.client.ParlanceApi;
import dev.parlance.platform.client.SqlClient;
import dev.parlance.platform.host.Ports;
import dev.parlance.platform.postgres.SuperuserPassword;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole Parlance, started as a person starts it, by `./parlance up`, with new data on free ports. Nothing of it
/// outlives this JVM, however that ends, but the logs.
public final class Installation implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(30);
    private static final String SUPERVISOR = "parlance up";
    private static final List<String> PARTS = List.of("kafka", "postgres", "s3", "conversation", "analysis", "summary");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final TempCheckout checkout;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Thread shutdownHook = new Thread(this::stopAll, "stop");
    private final Deque<ManagedProcess> startedProcesses = new ArrayDeque<>();
    private final List<PausedProcesses> pausedProcesses = new ArrayList<>();
    private final Map<String, String> extraEnvironment = new LinkedHashMap<>();
    private ManagedProcess supervisor;
    private int commandCount;
    private boolean stopped;

    private Installation(TempCheckout scratch) {
        this.checkout = scratch;
        PARTS.forEach(part -> ports.put(part, Ports.findFree()));
    }

    /// An installation that has never been started.
    public static Installation create(Path home) {
        var installation = new Installation(TempCheckout.create(home));
        Runtime.getRuntime().addShutdownHook(installation.shutdownHook);
        return installation;
    }

    /// Tells everything that is started from now on this environment variable too.
    public void setEnvironment(String name, String value) {
        extraEnvironment.put(name, value);
    }

    /// Runs `./parlance up` with these options.
    ///
    /// @return how long it took until it was ready
    public Duration start(String... options) {
        List<String> words = new ArrayList<>(List.of("up"));
        ports.forEach((part, port) -> words.addAll(List.of("--port-" + part, Integer.toString(port))));
        words.addAll(List.of(options));
        long begun = System.nanoTime();
        ManagedProcess.Command command = command(words);
        supervisor = launch(command);
        supervisor.waitUntilReady(() -> readLog(command.log()).contains("Ready in "), START_TIMEOUT);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Stops everything; the data stays for the next start.
    public void stop() {
        supervisor.stop(STOP_TIMEOUT);
    }

    /// Runs another command of the command line to its good end and answers what it printed, errors included.
    public String runCommand(Duration patience, String... arguments) {
        ManagedProcess.Command command = command(List.of(arguments));
        launch(command).waitUntilDone(patience);
        return readLog(command.log());
    }

    /// Where the logs are, also afterwards.
    public Path logs() {
        return checkout.logs();
    }

    public ParlanceApi api() {
        return new ParlanceApi(url("conversation"), url("analysis"), url("summary"));
    }

    public String bootstrapServers() {
        return "localhost:" + ports.get("kafka");
    }

    public DurabilitySettings durabilitySettings() {
        return DurabilitySettings.readDurable(postgres().jdbcUrl());
    }

    /// To look how far turns have come.
    public PipelineProgress pipelineProgress() {
        return new PipelineProgress(bootstrapServers(), postgres());
    }

    /// What lies on each topic; reads all of it.
    public List<TopicSize> topicSizes() {
        return TopicSize.readAll(bootstrapServers());
    }

    public SqlClient postgres() {
        return postgres("parlance");
    }

    /// Another database of the same server, as its administrator.
    public SqlClient postgres(String database) {
        return new SqlClient(
                "jdbc:postgresql://localhost:%d/%s".formatted(port("postgres"), database),
                SqlClient.SUPERUSER,
                SuperuserPassword.load(checkout.directory().resolve(".parlance"))
                        .value());
    }

    /// Starts another program beside the parts; it ends no later than they do.
    ///
    /// @param name of its log, too
    public ManagedProcess startProcess(String name, List<String> words, Map<String, String> environment) {
        return launch(new ManagedProcess.Command(
                name,
                words,
                environment,
                checkout.logs().resolve(name + ".log"),
                checkout.directory().resolve(name + ".pid")));
    }

    /// Where a part listens.
    public int port(String part) {
        return ports.get(part);
    }

    /// Services come to a halt until they are thawed; whatever happens, they are when this is closed.
    public PausedProcesses pause(Map<String, Long> processes, String... services) throws InterruptedException {
        Map<String, Long> chosen = new LinkedHashMap<>(processes);
        chosen.keySet().retainAll(List.of(services));
        var now = PausedProcesses.pause(chosen, postgres());
        pausedProcesses.add(now);
        return now;
    }

    /// What these processes have used so far, and the driver: this JVM.
    public CpuTime cpuTime(Map<String, Long> processes) {
        Map<String, Long> parts = new LinkedHashMap<>(processes);
        parts.remove(SUPERVISOR); // the others are its children
        return CpuTime.now(parts);
    }

    /// The processes of everything that `./parlance up` has started, itself included, by name.
    public Map<String, Long> processIds() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (JsonNode part : status().get("parts")) {
            pids.put(part.get("name").asText(), part.get("pid").asLong());
        }
        pids.put(SUPERVISOR, supervisor.pid());
        return pids;
    }

    /// What `./parlance status --json` tells.
    public JsonNode status() {
        try {
            String printed = runCommand(STATUS_TIMEOUT, "status", "--json");
            return JSON.readTree(printed.substring(printed.indexOf('{')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // the JVM is ending already, and the hook with it
        }
    }

    /// Nothing is started any more once the end of this JVM has begun to stop what was.
    private synchronized ManagedProcess launch(ManagedProcess.Command command) {
        if (stopped) {
            throw Failure.failed("Stopped.");
        }
        startedProcesses.addFirst(ManagedProcess.start(command));
        return startedProcesses.getFirst();
    }

    private synchronized void stopAll() {
        stopped = true;
        pausedProcesses.forEach(PausedProcesses::close);
        startedProcesses.forEach(process -> process.stop(STOP_TIMEOUT));
        checkout.deleteAllButLogs();
    }

    private String url(String service) {
        return "http://localhost:" + ports.get(service);
    }

    private ManagedProcess.Command command(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(checkout.launcher().toString()));
        words.addAll(arguments);
        String name = "%02d-%s".formatted(++commandCount, arguments.getFirst());
        Map<String, String> environment = new LinkedHashMap<>(extraEnvironment);
        environment.put("PARLANCE_BUILD", "never");
        environment.put("PARLANCE_PLATFORM", "embedded");
        return new ManagedProcess.Command(
                "./parlance " + arguments.getFirst(),
                words,
                environment,
                checkout.logs().resolve(name + ".log"),
                checkout.directory().resolve(name + ".pid"));
    }

    private static String readLog(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
