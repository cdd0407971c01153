package dev.parlance.benchmark.harness;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Conversations that people really had, and what linguists marked in others' texts.
public final class DataDirectory {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:PARLANCE_DATA:-../shared/data}",
            description = "the directory with conversations/*.jsonl, gold/*.conllu and levels/*.csv, seen from the"
                    + " checkout (${DEFAULT-VALUE})")
    Path path;

    public ConversationCorpus corpus() {
        return ConversationCorpus.readDirectory(absolutePath());
    }

    public Path absolutePath() {
        return BenchmarkHarness.checkoutDirectory().resolve(path).normalize();
    }
}
