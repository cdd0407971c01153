package dev.parlance.fault.scenario.network;

import dev.parlance.fault.network.NetworkFault;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import java.time.Duration;

/// The wires are long and thin for a while.
public final class T19SlowNetwork implements FaultScenario {
    private static final int BYTES_PER_SECOND = 125_000;
    private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(10);

    @Override
    public String id() {
        return "T19";
    }

    @Override
    public String title() {
        return "slow network";
    }

    @Override
    public String promise() {
        return "200 ms and 1 Mbit/s on each connection to the broker, then to the database: nothing wrong, recovery"
                + " within 10 s";
    }

    @Override
    public void run(FaultRun run) throws InterruptedException {
        InjectNetworkFault.run(
                run,
                new NetworkFault.Slow(Duration.ofMillis(200), BYTES_PER_SECOND),
                run.scale().seconds(8, 60),
                RECOVERY_TIMEOUT);
    }
}
