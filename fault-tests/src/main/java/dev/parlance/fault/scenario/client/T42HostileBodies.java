package dev.parlance.fault.scenario.client;

import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.load.ApiResponse;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.scenario.client.HostileBodies.HostileRequest;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.JsonHttpClient;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that send bodies which are small on the wire and large, deep or slow in memory, many at once.
public final class T42HostileBodies implements FaultScenario {
    private static final int PARALLEL_CLIENTS = 64;
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final JsonHttpClient http = new JsonHttpClient(TIMEOUT, TIMEOUT);

    @Override
    public String id() {
        return "T42";
    }

    @Override
    public String title() {
        return "hostile bodies";
    }

    @Override
    public String promise() {
        return "10,000 bodies that are deep, wide, long or no JSON (400 at scale short), 64 at once, in a heap of"
                + " 256 MiB: no OutOfMemoryError, each refused by name or 503 with Retry-After, others' turns accepted"
                + " meanwhile";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        var _ = run.startLoad(LoadProfile.standard(run.prefix()).withTurnsPerSecond(30));
        run.awaitRecovery("the start");
        ServiceProcess service = run.cluster().first(Service.CONVERSATION);
        long pid = service.pid();
        UUID conversation = startConversation(run);
        long calmSince = System.nanoTime();
        run.sleep(run.scale().seconds(5, 30));
        long hostileSince = System.nanoTime();
        int bodies = run.scale().pick(400, 10_000);
        run.recordFault("%d hostile bodies, %d at once".formatted(bodies, PARALLEL_CLIENTS));
        Map<String, AtomicInteger> answers = sendAll(run, new HostileBodies(run.seed(), conversation), bodies);
        long end = System.nanoTime();

        answers.forEach((answer, count) -> run.note("%s: %d".formatted(answer, count.get())));
        run.recordProof(
                "bodies refused by name",
                answers.entrySet().stream()
                        .filter(answer -> answer.getKey().startsWith("4"))
                        .mapToInt(answer -> answer.getValue().get())
                        .sum());
        run.require(service.isAlive() && service.pid() == pid, "conversation-service ended");
        run.require(service.countLogLines("OutOfMemoryError") == 0, "conversation-service ran out of memory");
        run.awaitRecovery("the hostile bodies");
        run.note("others' p99: %.1f ms before, %.1f ms during"
                .formatted(
                        run.history().latencyPercentile(99, calmSince, hostileSince),
                        run.history().latencyPercentile(99, hostileSince, end)));
        run.drain(run.scale().seconds(240, 60));
    }

    /// Of a learner whom no invariant counts: a body may be harmless after all.
    private static UUID startConversation(FaultRun run) throws InterruptedException {
        var conversation = new UUID(run.seed(), 42);
        ApiResponse answer = run.client().put("/v1/conversations/" + conversation, "{\"learnerId\":\"hostile\"}");
        run.require(answer.outcome() == Outcome.ACCEPTED, "a conversation was answered %d".formatted(answer.status()));
        return conversation;
    }

    /// @return how many were answered how
    private Map<String, AtomicInteger> sendAll(FaultRun run, HostileBodies hostile, int bodies) throws Exception {
        var answers = new ConcurrentSkipListMap<String, AtomicInteger>();
        var remaining = new AtomicInteger(bodies);
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < PARALLEL_CLIENTS; client++) {
            clients.add(() -> {
                while (remaining.getAndDecrement() > 0) {
                    String answer = send(run, hostile.next());
                    answers.computeIfAbsent(answer, _ -> new AtomicInteger()).incrementAndGet();
                }
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
        }
        return new TreeMap<>(answers);
    }

    private String send(FaultRun run, HostileRequest request) throws InterruptedException {
        String url = run.cluster().first(Service.CONVERSATION).url() + request.path();
        try {
            HttpResult result = http.send(request.method(), url, request.body());
            boolean isRefusedByName = result.status() >= 400
                    && result.status() < 500
                    && result.json().path("type").asText().startsWith("/problems/");
            boolean isPostponed =
                    result.status() == 503 && result.retryAfterSeconds().isPresent();
            // A batch is answered 207 with the refusals of its turns.
            require(
                    run,
                    isRefusedByName || isPostponed || result.isSuccess(),
                    "%s was answered %s: %s".formatted(request.hostile(), result, brief(result.text())));
            return "%d %s".formatted(result.status(), result.isSuccess() ? request.hostile() : result.problem());
        } catch (IOException e) {
            require(run, false, "%s was not answered: %s".formatted(request.hostile(), e));
            return "not answered";
        }
    }

    /// The findings of a run are not made for many threads.
    private static void require(FaultRun run, boolean holds, String message) {
        if (!holds) {
            synchronized (run) {
                run.require(false, message);
            }
        }
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }
}
