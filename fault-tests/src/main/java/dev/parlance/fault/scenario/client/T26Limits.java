package dev.parlance.fault.scenario.client;

import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.fault.load.ApiResponse;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.load.TurnLoad;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.run.Scale;
import dev.parlance.platform.client.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that send the same at once, something else under a known id, far too much, or next to nothing for ever.
public final class T26Limits implements FaultScenario {
    private static final int PARALLEL_REQUESTS = 50;
    private static final int SLOW_SOCKETS = 200;
    private static final int BIG_BODY_BYTES = 50 << 20;
    private static final Duration BEFORE_SLOW_SOCKETS_ARE_CUT_OFF = Duration.ofSeconds(2);

    @Override
    public String id() {
        return "T26";
    }

    @Override
    public String title() {
        return "idempotency and limits";
    }

    @Override
    public String promise() {
        return "the same id 50 times in parallel is one row; another body 409; 50 MB 413; a page of 1e9 400; 200 slow"
                + " sockets: others' p99 at most twice as long (measured at full scale)";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        TurnLoad load = run.startLoad(LoadProfile.standard(run.prefix()).withTurnsPerSecond(30));
        run.awaitRecovery("the start");
        sendSameTurnInParallel(run, load);
        sendDifferentBody(run, load);
        exceedLimits(run, load);
        slowSockets(run);
        run.drain(run.scale().seconds(240, 60));
        run.recordProof("refusals in the ledger", run.history().count(Outcome.REFUSED));
    }

    private static void sendSameTurnInParallel(FaultRun run, TurnLoad load) throws Exception {
        for (int time = 0; time < run.scale().pick(3, 20); time++) {
            SimulatedTurn same = load.nextTurn();
            var _ = run.client().startConversation(same);
            run.recordFault("the same turn %d times at once".formatted(PARALLEL_REQUESTS));
            List<Callable<ApiResponse>> calls = new ArrayList<>();
            run.ledger().recordAttempt(same, 1);
            for (int at = 1; at <= PARALLEL_REQUESTS; at++) {
                int attempt = at;
                calls.add(() -> {
                    ApiResponse answer = run.client().putTurn(same);
                    run.ledger().recordOutcome(same, attempt, answer.outcome(), answer.status());
                    return answer;
                });
            }
            int created = 0;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<ApiResponse> answer : threads.invokeAll(calls)) {
                    run.require(
                            answer.get().outcome() == Outcome.ACCEPTED,
                            "one of %d was answered %d"
                                    .formatted(PARALLEL_REQUESTS, answer.get().status()));
                    created += answer.get().status() == 201 ? 1 : 0;
                }
            }
            run.require(
                    created == 1,
                    "%d of %d at once were told that they were the first".formatted(created, PARALLEL_REQUESTS));
        }
        run.recordProof(
                "turns sent %d times at once".formatted(PARALLEL_REQUESTS),
                run.scale().pick(3, 20));
    }

    private static void sendDifferentBody(FaultRun run, TurnLoad load) throws InterruptedException {
        SimulatedTurn turn = load.nextTurn();
        run.require(load.send(turn), "a turn was refused");
        run.recordFault("another body under a known id");
        String path = "/v1/conversations/%s/turns/%s".formatted(turn.conversation(), turn.turn());
        ApiResponse answer = run.client().put(path, "{\"learnerText\": \"something else\"}");
        run.ledger().recordOutcome(turn, 2, answer.outcome(), answer.status());
        requireProblem(run, "another body under a known id", answer, 409, "/problems/turn-differs");
    }

    private static void exceedLimits(FaultRun run, TurnLoad load) throws InterruptedException {
        SimulatedTurn turn = load.nextTurn();
        run.require(load.send(turn), "a turn was refused");
        run.recordFault("a body of 50 MB");
        ApiResponse big = run.client()
                .put(
                        "/v1/conversations/%s/turns/%s".formatted(turn.conversation(), turn.turn()),
                        "{\"learnerText\": \"%s\"}".formatted("x".repeat(BIG_BODY_BYTES)));
        requireProblem(run, "a body of 50 MB", big, 413, "/problems/request-too-large");
        run.recordFault("a page of 1e9");
        ApiResponse page = run.client().get("/v1/conversations?limit=1000000000");
        requireProblem(run, "a page of 1e9", page, 400, "/problems/invalid-request");
    }

    private static void requireProblem(FaultRun run, String what, ApiResponse answer, int status, String problem) {
        run.recordProof("%s is answered %d".formatted(what, answer.status()), 1);
        run.require(
                answer.status() == status && answer.body().contains(problem),
                "%s was answered %d, not %d %s: %s".formatted(what, answer.status(), status, problem, answer.body()));
    }

    private static void slowSockets(FaultRun run) throws Exception {
        Duration time = run.scale().seconds(3, 30);
        long begun = System.nanoTime();
        run.sleep(time);
        long middle = System.nanoTime();
        run.recordFault("%d sockets that send a byte now and then".formatted(SLOW_SOCKETS));
        try (var sockets =
                SlowSockets.open(run.cluster().first(Service.CONVERSATION).url(), SLOW_SOCKETS)) {
            run.sleep(BEFORE_SLOW_SOCKETS_ARE_CUT_OFF);
            run.recordProof("slow sockets that are held open", sockets.countOpen());
            run.sleep(time.minus(BEFORE_SLOW_SOCKETS_ARE_CUT_OFF));
        }
        double before = run.history().latencyPercentile(99, begun, middle);
        double during = run.history().latencyPercentile(99, middle, System.nanoTime());
        run.note("others' p99: %.1f ms before, %.1f ms during".formatted(before, during));
        if (run.scale() == Scale.FULL) {
            run.require(during <= 2 * before, "others' p99 went from %.1f to %.1f ms".formatted(before, during));
        }
    }
}
