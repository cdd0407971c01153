package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.ledger.History.Told;
import dev.parlance.journey.fault.load.LiveStreams;
import dev.parlance.journey.fault.load.Shape;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Everybody listens while those who tell die, and those who are listened to.
public final class T34LiveStreams implements FaultScenario {
    private static final Duration HEARD = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T34";
    }

    @Override
    public String title() {
        return "live streams";
    }

    @Override
    public String promise() {
        return "a stream for each of 200 learners over two instances; either instance and the analysis killed in turn:"
                + " every accepted turn and its words are heard once, ids without a gap, no reset";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        Instance one = run.world().first(Kind.CONVERSATION);
        Instance other = run.world().prepare(Kind.CONVERSATION);
        other.start();
        Shape shape = Shape.standard(run.prefix());
        List<String> learners = IntStream.range(0, shape.learners())
                .mapToObj(number -> shape.prefix() + "-" + number)
                .toList();
        try (LiveStreams streams = LiveStreams.open(learners, () -> run.world().all(Kind.CONVERSATION).stream()
                .map(Instance::url)
                .toList())) {
            run.load(shape);
            for (int round = 0; round < run.scale().pick(1, 5); round++) {
                for (Instance victim : List.of(one, run.world().first(Kind.ANALYSIS), other)) {
                    run.pass(Duration.ofSeconds(3));
                    Harm.killAndRestart(run, victim);
                    run.recovered("the death of " + victim.kind().module());
                }
            }
            run.settle(Duration.ofSeconds(60));
            Map<UUID, String> accepted = run.history().turns().values().stream()
                    .filter(Told::isAccepted)
                    .filter(told -> learners.contains(told.said().learner())) // others are said by hand
                    .collect(Collectors.toMap(
                            told -> told.said().turn(), told -> told.said().learner()));
            var _ = Until.holds("all turns and words heard", HEARD, () -> streams.unheard(accepted) == 0);
            run.require(
                    streams.wrong().isEmpty(),
                    "heard wrongly: " + streams.wrong().stream().limit(3).toList());
            run.proof("streams that were resumed", streams.resumed());
            run.note("%d turns heard on %d streams".formatted(accepted.size(), learners.size()));
        }
        run.world().remove(other);
    }
}
