package dev.parlance.fault;

import dev.parlance.fault.scenario.T30Soak;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "soak", description = "One fault after the other, at random, for as long as you like.")
final class SoakCommand implements Callable<Integer> {
    @Option(names = "--minutes", paramLabel = "N", defaultValue = "20", description = "${DEFAULT-VALUE}")
    int minutes;

    @Mixin
    RunOptions options;

    @Override
    public Integer call() {
        return options.run(List.of(new T30Soak(Duration.ofMinutes(minutes))), 1);
    }
}
