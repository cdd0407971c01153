package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.Scale;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.ledger.Said;
import dev.parlance.journey.fault.load.Answer;
import dev.parlance.journey.fault.load.Load;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.world.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that send the same at once, something else under a known id, far too much, or next to nothing for ever.
public final class T26Limits implements FaultScenario {
    private static final int AT_ONCE = 50;
    private static final int SLOW_SOCKETS = 200;
    private static final int BIG_BODY = 50 << 20;

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
        Load load = run.load(Shape.standard(run.prefix()).at(30));
        run.recovered("the start");
        sameAtOnce(run, load);
        anotherBody(run, load);
        tooMuch(run, load);
        slowSockets(run);
        run.settle(run.scale().seconds(240, 60));
        run.proof("refusals in the ledger", run.history().count(Outcome.REFUSED));
    }

    private static void sameAtOnce(FaultRun run, Load load) throws Exception {
        for (int time = 0; time < run.scale().pick(3, 20); time++) {
            Said same = load.next();
            var _ = run.client().start(same);
            run.fault("the same turn %d times at once".formatted(AT_ONCE));
            List<Callable<Answer>> calls = new ArrayList<>();
            run.ledger().asking(same, 1);
            for (int at = 1; at <= AT_ONCE; at++) {
                int attempt = at;
                calls.add(() -> {
                    Answer answer = run.client().say(same);
                    run.ledger().answered(same, attempt, answer.outcome(), answer.status());
                    return answer;
                });
            }
            int created = 0;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Answer> answer : threads.invokeAll(calls)) {
                    run.require(
                            answer.get().outcome() == Outcome.ACCEPTED,
                            "one of %d was answered %d"
                                    .formatted(AT_ONCE, answer.get().status()));
                    created += answer.get().status() == 201 ? 1 : 0;
                }
            }
            run.require(
                    created == 1, "%d of %d at once were told that they were the first".formatted(created, AT_ONCE));
        }
        run.proof("turns sent %d times at once".formatted(AT_ONCE), run.scale().pick(3, 20));
    }

    private static void anotherBody(FaultRun run, Load load) throws InterruptedException {
        Said said = load.next();
        run.require(load.say(said), "a turn was refused");
        run.fault("another body under a known id");
        String path = "/v1/conversations/%s/turns/%s".formatted(said.conversation(), said.turn());
        Answer answer = run.client().put(path, "{\"learnerText\": \"something else\"}");
        run.ledger().answered(said, 2, answer.outcome(), answer.status());
        expect(run, "another body under a known id", answer, 409, "/problems/turn-differs");
    }

    private static void tooMuch(FaultRun run, Load load) throws InterruptedException {
        Said said = load.next();
        run.require(load.say(said), "a turn was refused");
        run.fault("a body of 50 MB");
        Answer big = run.client()
                .put(
                        "/v1/conversations/%s/turns/%s".formatted(said.conversation(), said.turn()),
                        "{\"learnerText\": \"%s\"}".formatted("x".repeat(BIG_BODY)));
        expect(run, "a body of 50 MB", big, 413, "/problems/request-too-large");
        run.fault("a page of 1e9");
        Answer page = run.client().get("/v1/conversations?limit=1000000000");
        expect(run, "a page of 1e9", page, 400, "/problems/invalid-request");
    }

    private static void expect(FaultRun run, String what, Answer answer, int status, String problem) {
        run.proof("%s is answered %d".formatted(what, answer.status()), 1);
        run.require(
                answer.status() == status && answer.body().contains(problem),
                "%s was answered %d, not %d %s: %s".formatted(what, answer.status(), status, problem, answer.body()));
    }

    private static void slowSockets(FaultRun run) throws Exception {
        Duration time = run.scale().seconds(3, 30);
        long begun = System.nanoTime();
        run.pass(time);
        long middle = System.nanoTime();
        run.fault("%d sockets that send a byte now and then".formatted(SLOW_SOCKETS));
        try (var sockets = SlowSockets.open(run.world().first(Kind.CONVERSATION).url(), SLOW_SOCKETS)) {
            run.pass(time);
            run.proof("slow sockets that are still open", sockets.open());
        }
        double before = run.history().percentile(99, begun, middle);
        double during = run.history().percentile(99, middle, System.nanoTime());
        run.note("others' p99: %.1f ms before, %.1f ms during".formatted(before, during));
        if (run.scale() == Scale.FULL) {
            run.require(during <= 2 * before, "others' p99 went from %.1f to %.1f ms".formatted(before, during));
        }
    }
}
