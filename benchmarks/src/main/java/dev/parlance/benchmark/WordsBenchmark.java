package dev.parlance.benchmark;

import dev.parlance.benchmark.figure.Runs;
import dev.parlance.benchmark.gold.Accuracy;
import dev.parlance.benchmark.gold.Analyses;
import dev.parlance.benchmark.gold.AnalysisSpeed;
import dev.parlance.benchmark.gold.Detection;
import dev.parlance.benchmark.gold.GoldSplit;
import dev.parlance.benchmark.gold.Hostility;
import dev.parlance.benchmark.gold.MixedTalk;
import dev.parlance.benchmark.installation.Heap;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.Memory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "words",
        description = {
            "How well texts are taken apart, through POST /v1/analyze: words and lemmas against what linguists marked by"
                    + " hand, languages that",
            "nobody tells, Italian within English, hostile texts; and the memory of analysis-service with Japanese,"
                    + " English and Italian.",
            "With --speed only how fast, by one thread of one JVM without HTTP, measured by JMH."
        })
final class WordsBenchmark implements Callable<Integer> {
    private static final double MEBI = 1 << 20;
    private static final String SERVICE = "analysis";

    @Mixin
    Repetition repetition;

    @Mixin
    RealData data;

    @Option(names = "--speed", description = "words and turns a second and core; takes four minutes")
    boolean speed;

    private final Accuracy accuracy = new Accuracy();
    private final Detection detection = new Detection();
    private final MixedTalk mixedTalk = new MixedTalk();
    private final Hostility hostility = new Hostility();

    @Override
    public Integer call() throws InterruptedException {
        if (speed) {
            var measured = new AnalysisSpeed(Repetition.home(), data.directory());
            repetition.say("logs: " + measured.log());
            repetition.print(List.of(measured.markdown()));
            return 0;
        }
        String memory = repetition.measure(this::measure).markdown();
        repetition.print(
                List.of(accuracy.markdown(), detection.markdown(), mixedTalk.markdown(), memory, hostility.markdown()));
        return 0;
    }

    private void measure(Installation installation, Runs figures) throws InterruptedException {
        installation.start();
        repetition.requireDurable(installation);
        long pid = installation.processes().get(SERVICE);
        var analyses = new Analyses(installation.api().analysis());
        resident(figures, pid, "nothing loaded");
        for (String language : List.of("en", "ja", "it")) {
            analyses.load(language);
        }
        resident(figures, pid, "en, ja, it loaded");
        new Talk(installation).hold();
        resident(figures, pid, "after 300 turns in en, ja, it");
        live(figures, installation, pid, "en, ja, it");
        analyse(analyses, data.directory());
        resident(figures, pid, "nine languages, after all of the above");
        live(figures, installation, pid, "nine languages");
    }

    private void analyse(Analyses analyses, Path gold) throws InterruptedException {
        for (GoldSplit split : GoldSplit.ALL) {
            repetition.say(split.title());
            accuracy.measure(split, gold, analyses);
            if (!split.dictionaryForms()) { // else the same texts again
                detection.measure(split, gold, analyses);
            }
        }
        repetition.say("Italian in English, then hostile texts");
        mixedTalk.measure(gold, analyses);
        hostility.measure(analyses);
    }

    private static void resident(Runs figures, long pid, String when) {
        figures.add(
                "analysis-service, %s: resident, MiB".formatted(when),
                0,
                Memory.of(pid).resident() / MEBI);
    }

    /// Collects the garbage, so it comes after what is resident.
    private static void live(Runs figures, Installation installation, long pid, String what) {
        double mebibytes = Heap.live(pid, installation.logs()) / MEBI;
        figures.add("analysis-service, %s: heap without garbage, MiB".formatted(what), 0, mebibytes);
    }
}
