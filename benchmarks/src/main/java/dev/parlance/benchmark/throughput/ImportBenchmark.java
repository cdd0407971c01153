package dev.parlance.benchmark.throughput;

import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.ConversationCorpus;
import dev.parlance.benchmark.harness.DataDirectory;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "import",
        description = {
            "Imports real conversations into a new installation: how fast, until when their days are complete, and what came out.",
            "Nothing is warmed up: it is what a first import takes."
        })
public final class ImportBenchmark implements Callable<Integer> {
    private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(15);

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    DataDirectory data;

    private final Set<ImportTotals> totals = new HashSet<>();

    @Override
    public Integer call() throws InterruptedException {
        ConversationCorpus corpus = data.corpus();
        harness.printProgress("importing %,d turns of %,d learners"
                .formatted(corpus.turns(), corpus.turnsByLearner().size()));
        BenchmarkResults figures = harness.measure((installation, runs) -> measure(corpus, installation, runs));
        if (totals.size() != 1) {
            throw Failure.failed("The same conversations came out differently: %s.".formatted(totals));
        }
        harness.printTables(
                List.of(figures.toMarkdown(), totals.iterator().next().toMarkdown()));
        return 0;
    }

    private void measure(ConversationCorpus corpus, Installation installation, BenchmarkResults figures)
            throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        List<String> words = new ArrayList<>(List.of("import"));
        corpus.files().forEach(file -> words.add(file.toString()));
        long begun = System.nanoTime();
        installation.runCommand(IMPORT_TIMEOUT, words.toArray(String[]::new));
        double imported = secondsSince(begun);
        new LearnerDays(installation.api()).awaitTurns(corpus.turnsByLearner(), IMPORT_TIMEOUT);
        double complete = secondsSince(begun);
        ImportTotals outcome =
                ImportTotals.read(installation.api(), corpus.turnsByLearner().keySet());
        outcome.requireComplete(corpus.conversations(), corpus.turns());
        totals.add(outcome);
        figures.add("turns", 0, corpus.turns());
        figures.add("import, s", 1, imported);
        figures.add("import, turns/s", 0, corpus.turns() / imported);
        figures.add("from the import's start until all days are complete, s", 1, complete);
        figures.add("through everything, turns/s", 0, corpus.turns() / complete);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
