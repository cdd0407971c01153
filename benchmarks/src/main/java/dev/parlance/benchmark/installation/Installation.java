package dev.parlance.benchmark.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.Ports;
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
    private static final Duration TIME_TO_START = Duration.ofMinutes(3);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(90);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(30);
    private static final String SUPERVISOR = "parlance up";
    private static final List<String> PARTS = List.of("kafka", "postgres", "s3", "conversation", "analysis", "summary");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Scratch scratch;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Thread endOfJvm = new Thread(this::clear, "stop");
    private final Deque<ManagedProcess> launched = new ArrayDeque<>();
    private final List<Frozen> frozen = new ArrayList<>();
    private final Map<String, String> told = new LinkedHashMap<>();
    private ManagedProcess up;
    private int calls;
    private boolean cleared;

    private Installation(Scratch scratch) {
        this.scratch = scratch;
        PARTS.forEach(part -> ports.put(part, Ports.free()));
    }

    /// An installation that has never been started.
    public static Installation in(Path home) {
        var installation = new Installation(Scratch.of(home));
        Runtime.getRuntime().addShutdownHook(installation.endOfJvm);
        return installation;
    }

    /// Tells everything that is started from now on this environment variable too.
    public void tell(String name, String value) {
        told.put(name, value);
    }

    /// Runs `./parlance up` with these options and answers how long it took until it said that it is ready.
    public Duration start(String... options) {
        List<String> words = new ArrayList<>(List.of("up"));
        ports.forEach((part, port) -> words.addAll(List.of("--port-" + part, Integer.toString(port))));
        words.addAll(List.of(options));
        long begun = System.nanoTime();
        ManagedProcess.Command command = command(words);
        up = launch(command);
        up.waitUntilReady(() -> text(command.log()).contains("Ready in "), TIME_TO_START);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Stops everything; the data stays for the next start.
    public void stop() {
        up.stop(TIME_TO_STOP);
    }

    /// Runs another command of the command line to its good end and answers what it printed, errors included.
    public String run(Duration patience, String... arguments) {
        ManagedProcess.Command command = command(List.of(arguments));
        launch(command).waitUntilDone(patience);
        return text(command.log());
    }

    /// Where the logs are, also afterwards.
    public Path logs() {
        return scratch.logs();
    }

    public Api api() {
        return new Api(url("conversation"), url("analysis"), url("summary"));
    }

    public String kafka() {
        return "localhost:" + ports.get("kafka");
    }

    public Durability durability() {
        return Durability.of(postgres().url());
    }

    /// To look how far turns have come.
    public Flow flow() {
        return new Flow(kafka(), postgres());
    }

    /// What lies on each topic; reads all of it.
    public List<TopicSize> topics() {
        return TopicSize.all(kafka());
    }

    public Postgres postgres() {
        return new Postgres(port("postgres"), "parlance");
    }

    /// Starts another program beside the parts; it ends no later than they do.
    ///
    /// @param name of its log, too
    public ManagedProcess startBeside(String name, List<String> words, Map<String, String> environment) {
        return launch(new ManagedProcess.Command(
                name,
                words,
                environment,
                scratch.logs().resolve(name + ".log"),
                scratch.directory().resolve(name + ".pid")));
    }

    /// Where a part listens.
    public int port(String part) {
        return ports.get(part);
    }

    /// Services come to a halt until they are thawed; whatever happens, they are when this is closed.
    public Frozen freeze(Map<String, Long> processes, String... services) throws InterruptedException {
        Map<String, Long> chosen = new LinkedHashMap<>(processes);
        chosen.keySet().retainAll(List.of(services));
        var now = Frozen.freeze(chosen, postgres());
        frozen.add(now);
        return now;
    }

    /// What these processes have used so far, and the driver: this JVM.
    public CpuTime cpu(Map<String, Long> processes) {
        Map<String, Long> parts = new LinkedHashMap<>(processes);
        parts.remove(SUPERVISOR); // the others are its children
        return CpuTime.now(parts);
    }

    /// The processes of everything that `./parlance up` has started, itself included, by name.
    public Map<String, Long> processes() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (JsonNode part : status().get("parts")) {
            pids.put(part.get("name").asText(), part.get("pid").asLong());
        }
        pids.put(SUPERVISOR, up.pid());
        return pids;
    }

    /// What `./parlance status --json` tells.
    public JsonNode status() {
        try {
            String printed = run(TIME_TO_ANSWER, "status", "--json");
            return JSON.readTree(printed.substring(printed.indexOf('{')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(endOfJvm);
        } catch (IllegalStateException e) {
            // the JVM is ending already, and the hook with it
        }
    }

    /// Nothing is started any more once the end of this JVM has begun to stop what was.
    private synchronized ManagedProcess launch(ManagedProcess.Command command) {
        if (cleared) {
            throw Failure.failed("Stopped.");
        }
        launched.addFirst(ManagedProcess.start(command));
        return launched.getFirst();
    }

    private synchronized void clear() {
        cleared = true;
        frozen.forEach(Frozen::close);
        launched.forEach(process -> process.stop(TIME_TO_STOP));
        scratch.clear();
    }

    private String url(String service) {
        return "http://localhost:" + ports.get(service);
    }

    private ManagedProcess.Command command(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(scratch.launcher().toString()));
        words.addAll(arguments);
        String name = "%02d-%s".formatted(++calls, arguments.getFirst());
        Map<String, String> environment = new LinkedHashMap<>(told);
        environment.put("PARLANCE_BUILD", "never");
        environment.put("PARLANCE_PLATFORM", "embedded");
        return new ManagedProcess.Command(
                "./parlance " + arguments.getFirst(),
                words,
                environment,
                scratch.logs().resolve(name + ".log"),
                scratch.directory().resolve(name + ".pid"));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
