package dev.parlance.benchmark.analysis;

import dev.parlance.benchmark.analysis.gold.GoldSentence;
import dev.parlance.benchmark.analysis.gold.GoldSplit;
import dev.parlance.benchmark.report.MarkdownTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How often the language of a sentence is detected correctly: of whole sentences, and of their
/// first five words alone.
public final class LanguageDetectionAccuracy {
    private static final List<String> HEADS =
            List.of("sentences", "detected", "as another", "nobody can tell", "five words", "detected", "as another");

    private final Map<GoldSplit, List<String>> rows = new LinkedHashMap<>();

    private record DetectionShares(int texts, double right, double wrong, double unknown) {}

    public void measure(GoldSplit split, Path data, AnalyzeClient analyses) throws InterruptedException {
        List<GoldSentence> sentences = GoldSentence.readAll(split, data).stream()
                .filter(sentence -> !sentence.words().isEmpty())
                .toList();
        DetectionShares whole =
                measureShares(sentences.stream().map(GoldSentence::text).toList(), split.language(), analyses);
        DetectionShares starts = measureShares(
                sentences.stream()
                        .map(GoldSentence::firstFiveWords)
                        .filter(Objects::nonNull)
                        .toList(),
                split.language(),
                analyses);
        rows.put(
                split,
                List.of(
                        formatCount(whole.texts()),
                        formatPercent(whole.right()),
                        formatPercent(whole.wrong()),
                        formatPercent(whole.unknown()),
                        formatCount(starts.texts()),
                        formatPercent(starts.right()),
                        formatPercent(starts.wrong())));
    }

    private static DetectionShares measureShares(List<String> texts, String language, AnalyzeClient analyses)
            throws InterruptedException {
        int right = 0;
        int unknown = 0;
        for (String text : texts) {
            String answered = analyses.analyze(text, null).language();
            right += answered.equals(language) ? 1 : 0;
            unknown += answered.equals("und") ? 1 : 0;
        }
        double all = Math.max(1, texts.size());
        return new DetectionShares(texts.size(), right / all, (texts.size() - right - unknown) / all, unknown / all);
    }

    public String toMarkdown() {
        List<String> heads = new ArrayList<>(List.of("split"));
        heads.addAll(HEADS);
        var table = new MarkdownTable(heads);
        rows.forEach((split, cells) -> {
            List<String> row = new ArrayList<>(List.of(split.treebank()));
            row.addAll(cells);
            table.addRow(row);
        });
        return table.render();
    }

    private static String formatCount(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String formatPercent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
