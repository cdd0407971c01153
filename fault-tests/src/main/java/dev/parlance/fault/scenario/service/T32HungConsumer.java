package dev.parlance.fault.scenario.service;

import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import java.time.Duration;

/// A reader hangs in the middle of a batch while everything that it needs is there.
public final class T32HungConsumer implements FaultScenario {
    private static final Duration LIVENESS_TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T32";
    }

    @Override
    public String title() {
        return "hung consumer";
    }

    @Override
    public String promise() {
        return "a consumer thread hangs in a batch: the liveness of its service, and no other, goes down soon after the"
                + " watchdog's timeout (here 20 s), and the restart that follows finishes the batch once";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        run.startStandardLoad();
        for (Service service : new Service[] {Service.ANALYSIS, Service.SUMMARY}) {
            ServiceProcess victim = run.cluster().first(service);
            run.recordFault("a batch of %s hangs".formatted(service.module()));
            victim.kill();
            victim.launch(
                    "-Dquarkus.profile=faults",
                    "-Dparlance.failpoints.hang.mid-batch=3",
                    "-Dparlance.watchdog.stuck-timeout=20s");
            victim.expectExit(); // as far as the run's own watch is concerned
            var _ = Polling.await(
                    "the batch hangs", LIVENESS_TIMEOUT, () -> victim.countLogLines("event=failpoint-hang") > 0);
            run.require(
                    victim.status("/q/health/live") == 200, "liveness went down before the watchdog's patience ended");
            Duration took =
                    Polling.await("liveness goes down", LIVENESS_TIMEOUT, () -> victim.status("/q/health/live") == 503);
            run.note("%s: liveness went down after %.1f s".formatted(service.module(), took.toMillis() / 1e3));
            run.recordProof(
                    "%s says which partition is stuck".formatted(service.module()),
                    victim.countLogLines("event=stuck-consumer"));
            victim.kill();
            victim.start();
            run.awaitRecovery("the restart");
        }
        run.drain(Duration.ofSeconds(60));
    }
}
