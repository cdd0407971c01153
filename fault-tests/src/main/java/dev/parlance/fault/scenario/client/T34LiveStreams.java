package dev.parlance.fault.scenario.client;

import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.ledger.LedgerHistory.TurnHistory;
import dev.parlance.fault.load.LiveStreamClients;
import dev.parlance.fault.load.LoadProfile;
import dev.parlance.fault.run.FaultActions;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Everybody listens while those who tell die, and those who are listened to.
public final class T34LiveStreams implements FaultScenario {
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(60);

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
        ServiceProcess one = run.cluster().first(Service.CONVERSATION);
        ServiceProcess other = run.cluster().newInstance(Service.CONVERSATION);
        other.start();
        LoadProfile shape = LoadProfile.standard(run.prefix());
        List<String> learners = IntStream.range(0, shape.learners())
                .mapToObj(number -> shape.prefix() + "-" + number)
                .toList();
        try (LiveStreamClients streams =
                LiveStreamClients.open(learners, () -> run.cluster().all(Service.CONVERSATION).stream()
                        .map(ServiceProcess::url)
                        .toList())) {
            run.startLoad(shape);
            for (int round = 0; round < run.scale().pick(1, 5); round++) {
                for (ServiceProcess victim : List.of(one, run.cluster().first(Service.ANALYSIS), other)) {
                    run.sleep(Duration.ofSeconds(3));
                    FaultActions.killAndRestart(run, victim);
                    run.awaitRecovery("the death of " + victim.service().module());
                }
            }
            run.drain(Duration.ofSeconds(60));
            Map<UUID, String> accepted = run.history().turns().values().stream()
                    .filter(TurnHistory::isAccepted)
                    .filter(turnHistory -> learners.contains(
                            turnHistory.simulatedTurn().learner())) // the other turns come from canaries
                    .collect(Collectors.toMap(
                            turnHistory -> turnHistory.simulatedTurn().turn(),
                            turnHistory -> turnHistory.simulatedTurn().learner()));
            var _ = Polling.await(
                    "all turns and words heard", DELIVERY_TIMEOUT, () -> streams.countMissing(accepted) == 0);
            run.require(
                    streams.violations().isEmpty(),
                    "heard wrongly: " + streams.violations().stream().limit(3).toList());
            run.recordProof("streams that were resumed", streams.reconnects());
            run.note("%d turns heard on %d streams".formatted(accepted.size(), learners.size()));
        }
        run.cluster().remove(other);
    }
}
