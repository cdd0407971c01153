package dev.parlance.benchmark.analysis;

import dev.parlance.benchmark.analysis.gold.GoldSentence;
import dev.parlance.benchmark.analysis.gold.GoldSplit;
import dev.parlance.benchmark.analysis.gold.WordScore;
import dev.parlance.benchmark.report.BenchmarkResults;
import dev.parlance.benchmark.report.MarkdownTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well words and lemmas are found on each split, beside what is to be reached; by the same rules as the
/// treebanks' own scorers, with multiword tokens as one.
public final class TreebankAccuracy {
    private static final List<String> FIGURES = List.of("token F1", "lemma", "lemma of content words");
    private static final String WORDS = "words";
    private static final String SPEED = "words/s over HTTP";

    private final Map<GoldSplit, BenchmarkResults> resultsBySplit = new LinkedHashMap<>();

    public void measure(GoldSplit split, Path data, AnalyzeClient analyses) throws InterruptedException {
        var score = new WordScore();
        Duration took = Duration.ZERO;
        for (GoldSentence sentence : GoldSentence.readAll(split, data)) {
            AnalyzedText analysis = analyses.analyze(sentence.text(), split.language());
            score.add(sentence, analysis.lemmas());
            took = took.plus(analysis.duration());
        }
        var figures = resultsBySplit.computeIfAbsent(split, _ -> new BenchmarkResults());
        figures.add(WORDS, 0, score.words());
        for (int i = 0; i < FIGURES.size(); i++) {
            figures.add(FIGURES.get(i), 2, score.percents().get(i));
        }
        figures.add(SPEED, 0, score.words() * 1e9 / took.toNanos());
    }

    public String toMarkdown() {
        List<String> heads = new ArrayList<>(List.of("split", WORDS));
        heads.addAll(FIGURES);
        heads.addAll(List.of(SPEED, "must hold", "stretch", "reached"));
        var table = new MarkdownTable(heads);
        resultsBySplit.forEach((split, figures) -> {
            List<String> cells = new ArrayList<>(List.of(split.title()));
            cells.addAll(figures.formattedMedians().values());
            cells.addAll(List.of(split.mustHold().format(), split.stretch().format(), reachedGoal(split, figures)));
            table.addRow(cells);
        });
        return table.render();
    }

    private static String reachedGoal(GoldSplit split, BenchmarkResults figures) {
        if (split.mustHold().isEmpty()) {
            return "–";
        }
        List<Double> percents =
                FIGURES.stream().map(figures.medianValues()::get).toList();
        if (split.stretch().areMetBy(percents)) {
            return "stretch";
        }
        return split.mustHold().areMetBy(percents) ? "must hold" : "**missed**";
    }
}
