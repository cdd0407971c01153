package dev.parlance.fault.run;

import dev.parlance.fault.cluster.Polling;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.part.Part;
import java.time.Duration;

/// Faults that several scenarios inject. Each is recorded, proved and ended.
public final class FaultActions {
    private static final Duration HALT_TIMEOUT = Duration.ofSeconds(240);
    private static final int HALT_EXIT_CODE = 137;

    private FaultActions() {}

    /// Kills a part of the platform and restarts it after a while.
    public static void killPart(FaultRun run, Part part, Duration down) throws InterruptedException {
        long pid = run.cluster().process(part).pid();
        run.recordFault("kill -9 %s, %d s down".formatted(part.title(), down.toSeconds()));
        run.cluster().process(part).kill();
        run.recordProof("process of %s that died (pid %d)".formatted(part.title(), pid), hasExited(pid) ? 1 : 0);
        run.sleep(down);
        run.cluster().restart(part);
    }

    /// Kills a service and starts it again at once.
    public static void killAndRestart(FaultRun run, ServiceProcess instance) {
        long pid = instance.pid();
        run.recordFault("kill -9 " + instance.service().module());
        instance.kill();
        run.recordProof(
                "process of %s that died (pid %d)".formatted(instance.service().module(), pid), hasExited(pid) ? 1 : 0);
        instance.start();
    }

    /// Starts a service anew so that it dies by itself at the n-th passage of a failpoint, waits for that, and starts
    /// it as usual.
    ///
    /// @param failpoint as the setting spells it: `mid-batch`
    public static void haltAtFailpoint(FaultRun run, ServiceProcess instance, String failpoint, int passage)
            throws InterruptedException {
        String module = instance.service().module();
        run.recordFault("%s halts at %s, passage %d".formatted(module, failpoint, passage));
        long before = instance.countLogLines("event=failpoint-halt");
        instance.kill();
        instance.launch("-Dquarkus.profile=faults", "-Dparlance.failpoints.halt.%s=%d".formatted(failpoint, passage));
        instance.expectExit();
        var _ = Polling.await("%s halts at %s".formatted(module, failpoint), HALT_TIMEOUT, () -> !instance.isAlive());
        run.require(
                instance.exitCode().filter(code -> code == HALT_EXIT_CODE).isPresent(),
                "%s ended with %s, not by its failpoint".formatted(module, instance.exitCode()));
        run.recordProof(
                "%s halted at %s".formatted(module, failpoint),
                instance.countLogLines("event=failpoint-halt") - before);
        instance.start();
    }

    /// Sends TERM and requires that the process ends by itself in time.
    ///
    /// @return after how many seconds it ended
    public static double stopWithin(FaultRun run, ServiceProcess instance, Duration timeout) {
        Duration duration = instance.stop(timeout);
        run.require(
                duration.compareTo(timeout) < 0,
                "%s did not end within %d s".formatted(instance.service().module(), timeout.toSeconds()));
        return duration.toMillis() / 1e3;
    }

    private static boolean hasExited(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }
}
