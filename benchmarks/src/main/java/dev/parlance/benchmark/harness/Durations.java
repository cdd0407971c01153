package dev.parlance.benchmark.harness;

import java.time.Duration;
import picocli.CommandLine.Option;

/// How long things are done: what is cold gives a quarter of what it gives when it is warm.
public final class Durations {
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(8);
    private static final Duration SHORT_MEASUREMENT = Duration.ofSeconds(4);
    private static final Duration MAX_LEAD_IN = Duration.ofSeconds(30);

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "of the same load before anything is measured (${DEFAULT-VALUE})")
    int warmUp;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long each figure is measured (${DEFAULT-VALUE})")
    int seconds;

    @Option(names = "--short", description = "seconds instead of minutes: to see that it works, not how fast")
    public boolean isShort;

    public Duration warmUp() {
        return isShort ? SHORT_WARM_UP : Duration.ofSeconds(warmUp);
    }

    public Duration measurement() {
        return isShort ? SHORT_MEASUREMENT : Duration.ofSeconds(seconds);
    }

    /// Before each further figure of a run that is warm already, of its own load: its code has to be compiled, too.
    public Duration leadIn() {
        return warmUp().compareTo(MAX_LEAD_IN) < 0 ? SHORT_MEASUREMENT : MAX_LEAD_IN;
    }
}
