package dev.parlance.benchmark;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Conversations that people really had, and what linguists marked in others' texts.
final class RealData {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:PARLANCE_DATA:-../shared/data}",
            description = "the directory with conversations/*.jsonl, gold/*.conllu and levels/*.csv, seen from the"
                    + " checkout (${DEFAULT-VALUE})")
    Path data;

    Corpus corpus() {
        return Corpus.in(directory());
    }

    Path directory() {
        return Repetition.home().resolve(data).normalize();
    }
}
