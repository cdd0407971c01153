package dev.parlance.benchmark;

import picocli.CommandLine.Option;

/// Those whose turns are sent.
final class Talkers {
    @Option(
            names = "--learners",
            paramLabel = "N",
            defaultValue = "2000",
            description = "who talk at once, each in a conversation of their own (${DEFAULT-VALUE})")
    int learners;
}
