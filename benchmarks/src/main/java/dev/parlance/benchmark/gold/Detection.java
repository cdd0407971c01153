package dev.parlance.benchmark.gold;

import dev.parlance.benchmark.figure.MarkdownTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How often the language of a sentence is told when its sender does not say it: of whole sentences, and of their
/// first five words alone.
public final class Detection {
    private static final List<String> HEADS =
            List.of("sentences", "detected", "as another", "nobody can tell", "five words", "detected", "as another");

    private final Map<GoldSplit, List<String>> rows = new LinkedHashMap<>();

    private record Told(int texts, double right, double wrong, double unknown) {}

    public void measure(GoldSplit split, Path data, Analyses analyses) throws InterruptedException {
        List<GoldSentence> sentences = GoldSentence.of(split, data).stream()
                .filter(sentence -> !sentence.words().isEmpty())
                .toList();
        Told whole = told(sentences.stream().map(GoldSentence::text).toList(), split.language(), analyses);
        Told starts = told(
                sentences.stream()
                        .map(GoldSentence::fiveWords)
                        .filter(Objects::nonNull)
                        .toList(),
                split.language(),
                analyses);
        rows.put(
                split,
                List.of(
                        number(whole.texts()),
                        percent(whole.right()),
                        percent(whole.wrong()),
                        percent(whole.unknown()),
                        number(starts.texts()),
                        percent(starts.right()),
                        percent(starts.wrong())));
    }

    private static Told told(List<String> texts, String language, Analyses analyses) throws InterruptedException {
        int right = 0;
        int unknown = 0;
        for (String text : texts) {
            String answered = analyses.of(text, null).language();
            right += answered.equals(language) ? 1 : 0;
            unknown += answered.equals("und") ? 1 : 0;
        }
        double all = Math.max(1, texts.size());
        return new Told(texts.size(), right / all, (texts.size() - right - unknown) / all, unknown / all);
    }

    public String markdown() {
        List<String> heads = new ArrayList<>(List.of("split"));
        heads.addAll(HEADS);
        var table = new MarkdownTable(heads);
        rows.forEach((split, cells) -> {
            List<String> row = new ArrayList<>(List.of(split.title()));
            row.addAll(cells);
            table.row(row);
        });
        return table.render();
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
