package dev.parlance.fault.scenario.broker;

import dev.parlance.fault.check.TableSnapshot;
import dev.parlance.fault.cluster.ConsumerGroups;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.cluster.TopicReplay;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;
import java.util.List;

/// Everything is delivered again: by readers that begin anew, by a relay that has forgotten, and in another order.
public final class T16Replay implements FaultScenario {
    private static final Duration EMPTY_GROUP_TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T16";
    }

    @Override
    public String title() {
        return "replay";
    }

    @Override
    public String promise() {
        return "every reader sent back to the first record, every event sent twice, a learner's conversations in"
                + " another order: the tables are equal before and after";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        var load = run.startStandardLoad();
        var twins = new TwinLearners(run, load);
        twins.sendTurns();
        run.sleep(run.scale().seconds(4, 60));
        run.drain(run.scale().seconds(240, 60));
        TableSnapshot before = run.takeSnapshot();
        twins.compare();
        run.recordProof("rows derived before", before.rows().size());
        resetConsumerGroups(run);
        run.drain(run.scale().seconds(240, 60));
        run.requireEqual(before, "a replay from the first record");
        run.recordFault("every event is sent twice");
        for (Service service : List.of(Service.ANALYSIS, Service.SUMMARY)) {
            run.recordProof(
                    "events of %s sent again".formatted(service.inputTopic()),
                    TopicReplay.republish(run.cluster().bootstrapServers(), service.inputTopic()));
        }
        run.drain(run.scale().seconds(240, 60));
        run.requireEqual(before, "every event twice");
        run.expectDuplicates();
    }

    private static void resetConsumerGroups(FaultRun run) throws Exception {
        run.recordFault("every group is sent back to the first record");
        run.cluster().stop(Service.values());
        try (var lag = new ConsumerGroups(run.cluster().bootstrapServers())) {
            for (Service service : Service.values()) {
                var _ = Polling.await(
                        "the group of %s is empty".formatted(service.module()), EMPTY_GROUP_TIMEOUT, () -> {
                            lag.resetToBeginning(service);
                            return true;
                        });
                run.recordProof("records that %s reads again".formatted(service.module()), lag.lag(service));
            }
        }
        List<ServiceProcess> all = run.cluster().all();
        all.forEach(ServiceProcess::launch);
        all.forEach(ServiceProcess::awaitReady);
    }
}
