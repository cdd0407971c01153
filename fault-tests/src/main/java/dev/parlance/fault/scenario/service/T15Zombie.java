package dev.parlance.fault.scenario.service;

import dev.parlance.fault.cluster.ConsumerGroups;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;

/// An instance stands still for so long that others take its place, and then goes on as if nothing had been.
public final class T15Zombie implements FaultScenario {
    private static final int INSTANCES = 2;

    @Override
    public String id() {
        return "T15";
    }

    @Override
    public String title() {
        return "zombie";
    }

    @Override
    public String promise() {
        return "SIGSTOP for 60 s, then SIGCONT, to an instance of each service while another takes over, its relay's"
                + " lease included: no total is changed by the stale one, no older revision stays on a compacted topic";
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.startStandardLoad();
        try (var lag = new ConsumerGroups(run.cluster().bootstrapServers())) {
            for (Service service : new Service[] {Service.ANALYSIS, Service.SUMMARY, Service.CONVERSATION}) {
                ServiceProcess one = run.cluster().first(service);
                int alone = lag.countMembers(service);
                ServiceProcess other = run.cluster().newInstance(service);
                other.start();
                var _ = Polling.await(
                        "both read", Duration.ofSeconds(60), () -> lag.countMembers(service) == INSTANCES * alone);
                run.sleep(Duration.ofSeconds(3));
                int fenced = pauseInstance(run, lag, one, alone) + pauseInstance(run, lag, other, alone);
                run.recordProof(
                        "relays of %s that were replaced while they stood still".formatted(service.module()), fenced);
                run.cluster().remove(other);
            }
        }
        run.drain(Duration.ofSeconds(90));
    }

    /// @param alone how many members of the group one instance is
    /// @return how many relays were replaced meanwhile
    private static int pauseInstance(FaultRun run, ConsumerGroups lag, ServiceProcess instance, int alone)
            throws InterruptedException {
        Service service = instance.service();
        String holder = leaseHolder(run, service);
        Duration length = run.scale().seconds(15, 60);
        run.recordFault("an instance of %s stands still for %d s".formatted(service.module(), length.toSeconds()));
        instance.pause();
        run.sleep(length);
        var _ = Polling.await(
                "%s goes on without it".formatted(service.module()),
                Duration.ofSeconds(60),
                () -> lag.countMembers(service) == alone);
        run.recordProof("members of the group of %s that were given up".formatted(service.module()), alone);
        int replaced = holder.equals(leaseHolder(run, service)) ? 0 : 1;
        instance.resume();
        run.awaitRecovery("a zombie's return");
        var _ = Polling.await(
                "it is back", Duration.ofSeconds(60), () -> lag.countMembers(service) == INSTANCES * alone);
        return replaced;
    }

    private static String leaseHolder(FaultRun run, Service service) {
        return run.readOnlySql()
                .query(
                        "select holder from %s.lease where name = 'relay'".formatted(service.schema()),
                        row -> row.getString(1))
                .toString();
    }
}
