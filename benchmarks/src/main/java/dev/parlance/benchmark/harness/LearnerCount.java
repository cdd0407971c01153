package dev.parlance.benchmark.harness;

import picocli.CommandLine.Option;

/// The option `--learners`.
public final class LearnerCount {
    @Option(
            names = "--learners",
            paramLabel = "N",
            defaultValue = "2000",
            description = "who talk at once, each in a conversation of their own (${DEFAULT-VALUE})")
    public int learners;
}
