package dev.parlance.benchmark.gold;

import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.figure.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well words and lemmas are found on each split, beside what is to be reached; by the same rules as the
/// treebanks' own scorers, with multiword tokens as one.
public final class Accuracy {
    private static final List<String> FIGURES = List.of("token F1", "lemma", "lemma of content words");
    private static final String WORDS = "words";
    private static final String SPEED = "words/s over HTTP";

    private final Map<GoldSplit, Runs> splits = new LinkedHashMap<>();

    public void measure(GoldSplit split, Path data, Analyses analyses) throws InterruptedException {
        var score = new Score();
        Duration took = Duration.ZERO;
        for (GoldSentence sentence : GoldSentence.of(split, data)) {
            Analysis analysis = analyses.of(sentence.text(), split.language());
            score.add(sentence, analysis.lemmas());
            took = took.plus(analysis.took());
        }
        var figures = splits.computeIfAbsent(split, _ -> new Runs());
        figures.add(WORDS, 0, score.words());
        for (int i = 0; i < FIGURES.size(); i++) {
            figures.add(FIGURES.get(i), 2, score.percents().get(i));
        }
        figures.add(SPEED, 0, score.words() * 1e9 / took.toNanos());
    }

    public String markdown() {
        List<String> heads = new ArrayList<>(List.of("split", WORDS));
        heads.addAll(FIGURES);
        heads.addAll(List.of(SPEED, "must hold", "stretch", "reached"));
        var table = new MarkdownTable(heads);
        splits.forEach((split, figures) -> {
            List<String> cells = new ArrayList<>(List.of(split.title()));
            cells.addAll(figures.medians().values());
            cells.addAll(List.of(split.mustHold().text(), split.stretch().text(), reached(split, figures)));
            table.row(cells);
        });
        return table.render();
    }

    private static String reached(GoldSplit split, Runs figures) {
        if (split.mustHold().areNone()) {
            return "–";
        }
        List<Double> percents = FIGURES.stream().map(figures.values()::get).toList();
        if (split.stretch().metBy(percents)) {
            return "stretch";
        }
        return split.mustHold().metBy(percents) ? "must hold" : "**missed**";
    }
}
