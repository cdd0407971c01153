package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.proxy.Weather;
import java.time.Duration;

/// The wires are long and thin for a while.
public final class T19SlowNetwork implements FaultScenario {
    private static final int MEGABIT = 125_000;
    private static final Duration SOON = Duration.ofSeconds(10);

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
        BadWeather.run(
                run,
                new Weather.Slow(Duration.ofMillis(200), MEGABIT),
                run.scale().seconds(8, 60),
                SOON);
    }
}
