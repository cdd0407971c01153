package dev.parlance.fault.scenario.network;

import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import java.time.Duration;

/// A machine vanishes without a word, and the connections to it hang.
public final class T20HalfOpen implements FaultScenario {
    private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(10);

    @Override
    public String id() {
        return "T20";
    }

    @Override
    public String title() {
        return "half-open connections";
    }

    @Override
    public String promise() {
        return "nothing comes back from the broker, then from the database, for 45 s, and what was sent is lost:"
                + " liveness stays up, I1 to I7, recovery within 10 s";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        InjectNetworkFault.run(run, new NetworkFault.HalfOpen(), Duration.ofSeconds(45), RECOVERY_TIMEOUT);
    }
}
