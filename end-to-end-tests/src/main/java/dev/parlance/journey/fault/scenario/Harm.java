package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.world.Instance;
import dev.parlance.journey.fault.world.Until;
import dev.parlance.platform.Part;
import java.time.Duration;

/// What several scenarios do. Each says what it does, proves it, and puts it right again.
final class Harm {
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(240);
    private static final int AS_IF_KILLED = 137;

    private Harm() {}

    /// Kills a part of the platform and starts it again after a while.
    static void kill(FaultRun run, Part part, Duration down) throws InterruptedException {
        long pid = run.world().process(part).pid();
        run.fault("kill -9 %s, %d s down".formatted(part.title(), down.toSeconds()));
        run.world().process(part).kill();
        run.proof("process of %s that died (pid %d)".formatted(part.title(), pid), isGone(pid) ? 1 : 0);
        run.pass(down);
        run.world().restart(part);
    }

    /// Kills a service and starts it again at once.
    static void killAndRestart(FaultRun run, Instance instance) {
        long pid = instance.pid();
        run.fault("kill -9 " + instance.kind().module());
        instance.kill();
        run.proof("process of %s that died (pid %d)".formatted(instance.kind().module(), pid), isGone(pid) ? 1 : 0);
        instance.start();
    }

    /// Starts a service anew so that it dies by itself at the n-th passage of a failpoint, waits for that, and starts
    /// it as usual.
    ///
    /// @param failpoint as the setting spells it: `mid-batch`
    static void dieAt(FaultRun run, Instance instance, String failpoint, int passage) throws InterruptedException {
        String module = instance.kind().module();
        run.fault("%s halts at %s, passage %d".formatted(module, failpoint, passage));
        long before = instance.logged("event=failpoint-halt");
        instance.kill();
        instance.launch("-Dquarkus.profile=faults", "-Dparlance.failpoints.halt.%s=%d".formatted(failpoint, passage));
        instance.expectDeath();
        var _ = Until.holds("%s halts at %s".formatted(module, failpoint), TIME_TO_DIE, () -> !instance.isAlive());
        run.require(
                instance.exitCode().filter(code -> code == AS_IF_KILLED).isPresent(),
                "%s ended with %s, not by its failpoint".formatted(module, instance.exitCode()));
        run.proof("%s halted at %s".formatted(module, failpoint), instance.logged("event=failpoint-halt") - before);
        instance.start();
    }

    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }
}
