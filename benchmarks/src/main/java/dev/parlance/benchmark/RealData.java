package dev.parlance.benchmark;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Conversations that people really had.
final class RealData {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:PARLANCE_DATA:-../shared/data}",
            description =
                    "the directory whose conversations/*.jsonl are imported, seen from the checkout (${DEFAULT-VALUE})")
    Path data;

    Corpus corpus() {
        return Corpus.in(Repetition.home().resolve(data).normalize());
    }
}
