package dev.parlance.benchmark.analysis;

import dev.parlance.benchmark.analysis.gold.GoldSplit;
import dev.parlance.benchmark.harness.BenchmarkHarness;
import dev.parlance.benchmark.harness.DataDirectory;
import dev.parlance.benchmark.installation.Installation;
import dev.parlance.benchmark.installation.process.JvmHeap;
import dev.parlance.benchmark.installation.process.ProcessMemory;
import dev.parlance.benchmark.load.WarmUp;
import dev.parlance.benchmark.report.BenchmarkResults;
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
public final class WordsBenchmark implements Callable<Integer> {
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final String SERVICE = "analysis";

    @Mixin
    BenchmarkHarness harness;

    @Mixin
    DataDirectory data;

    @Option(names = "--speed", description = "words and turns a second and core; takes four minutes")
    boolean speed;

    private final TreebankAccuracy accuracy = new TreebankAccuracy();
    private final LanguageDetectionAccuracy detection = new LanguageDetectionAccuracy();
    private final MixedLanguageAccuracy mixedLanguages = new MixedLanguageAccuracy();
    private final AdversarialTexts adversarialTexts = new AdversarialTexts();

    @Override
    public Integer call() throws InterruptedException {
        if (speed) {
            var measured = new AnalysisSpeed(BenchmarkHarness.checkoutDirectory(), data.absolutePath());
            harness.printProgress("logs: " + measured.logFile());
            harness.printTables(List.of(measured.measure()));
            return 0;
        }
        String memory = harness.measure(this::measure).toMarkdown();
        harness.printTables(List.of(
                accuracy.toMarkdown(),
                detection.toMarkdown(),
                mixedLanguages.toMarkdown(),
                memory,
                adversarialTexts.toMarkdown()));
        return 0;
    }

    private void measure(Installation installation, BenchmarkResults figures) throws InterruptedException {
        installation.start();
        harness.requireDurable(installation);
        long pid = installation.processIds().get(SERVICE);
        var analyses = new AnalyzeClient(installation.api().analysisUrl());
        addResidentMemory(figures, pid, "nothing loaded");
        for (String language : List.of("en", "ja", "it")) {
            analyses.loadLanguage(language);
        }
        addResidentMemory(figures, pid, "en, ja, it loaded");
        new WarmUp(installation).run();
        addResidentMemory(figures, pid, "after 300 turns in en, ja, it");
        addLiveHeap(figures, installation, pid, "en, ja, it");
        measureAnalyses(analyses, data.absolutePath());
        addResidentMemory(figures, pid, "nine languages, after all of the above");
        addLiveHeap(figures, installation, pid, "nine languages");
    }

    private void measureAnalyses(AnalyzeClient analyses, Path gold) throws InterruptedException {
        for (GoldSplit split : GoldSplit.ALL) {
            harness.printProgress(split.title());
            accuracy.measure(split, gold, analyses);
            if (!split.dictionaryForms()) { // else the same texts again
                detection.measure(split, gold, analyses);
            }
        }
        harness.printProgress("Italian in English, then hostile texts");
        mixedLanguages.measure(gold, analyses);
        adversarialTexts.measure(analyses);
    }

    private static void addResidentMemory(BenchmarkResults figures, long pid, String when) {
        figures.add(
                "analysis-service, %s: resident, MiB".formatted(when),
                0,
                ProcessMemory.ofProcess(pid).residentBytes() / BYTES_PER_MIB);
    }

    /// Collects the garbage, so it comes after what is resident.
    private static void addLiveHeap(BenchmarkResults figures, Installation installation, long pid, String what) {
        double mebibytes = JvmHeap.liveBytes(pid, installation.logs()) / BYTES_PER_MIB;
        figures.add("analysis-service, %s: heap without garbage, MiB".formatted(what), 0, mebibytes);
    }
}
