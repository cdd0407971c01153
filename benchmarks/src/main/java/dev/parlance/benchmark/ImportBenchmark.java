package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.LearnerDays;
import dev.parlance.benchmark.installation.Outcome;
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
final class ImportBenchmark implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Mixin
    Repetition repetition;

    @Mixin
    RealData data;

    private final Set<Outcome> outcomes = new HashSet<>();

    @Override
    public Integer call() throws InterruptedException {
        Corpus corpus = data.corpus();
        repetition.say("importing %,d turns of %,d learners"
                .formatted(corpus.turns(), corpus.turnsByLearner().size()));
        Runs figures = repetition.measure((installation, runs) -> measure(corpus, installation, runs));
        if (outcomes.size() != 1) {
            throw Failure.failed("The same conversations came out differently: %s.".formatted(outcomes));
        }
        repetition.print(List.of(figures.markdown(), outcomes.iterator().next().markdown()));
        return 0;
    }

    private void measure(Corpus corpus, Installation installation, Runs figures) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        List<String> words = new ArrayList<>(List.of("import"));
        corpus.files().forEach(file -> words.add(file.toString()));
        long begun = System.nanoTime();
        installation.run(PATIENCE, words.toArray(String[]::new));
        double imported = secondsSince(begun);
        new LearnerDays(installation.api()).awaitTurns(corpus.turnsByLearner(), PATIENCE);
        double complete = secondsSince(begun);
        Outcome outcome = Outcome.of(installation.api(), corpus.turnsByLearner().keySet());
        outcome.require(corpus.conversations(), corpus.turns());
        outcomes.add(outcome);
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
