package dev.parlance.benchmark.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.analysis.gold.Span;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.report.MarkdownTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Italian within English, as learners and their tutors mix them (CIMA): in which language each part is read,
/// where it is known without a human's mark. Every text is sent as English, as it was recorded.
public final class MixedLanguageAccuracy {
    private static final String FILE = "conversations/cima-italian-tutoring.jsonl";
    private static final String ENGLISH = "en";
    private static final String ITALIAN = "it";
    /// Shorter parts are never taken for another language than that of their text.
    private static final int MIN_LETTERS = 8;

    private final Map<String, Map<String, Integer>> countByLanguage = new LinkedHashMap<>();

    public void measure(Path data, AnalyzeClient analyses) throws InterruptedException {
        List<JsonNode> turns = readTurns(data);
        List<String> replies = texts(turns, "replyText");
        var hints = new TutorHints(replies);
        for (String reply : replies) {
            List<TutorHints.Hint> found = hints.find(reply);
            AnalyzedText analysis = found.isEmpty() ? null : analyses.analyze(reply, ENGLISH);
            for (TutorHints.Hint hint : found) {
                count("English", reply, hint.english(), analysis);
                count("Italian", reply, hint.italian(), analysis);
            }
        }
        for (String said : texts(turns, "learnerText")) {
            if (hints.isItalian(said)) {
                countWhole("turns of learners in words that tutors give as Italian", said, analyses);
            } else if (hints.isWithoutItalian(said)) {
                countWhole("turns of learners without any of these words", said, analyses);
            }
        }
    }

    private void count(String language, String text, Span phrase, AnalyzedText analysis) {
        long letters = text.substring(phrase.start(), phrase.end())
                .codePoints()
                .filter(Character::isLetter)
                .count();
        String length = letters < MIN_LETTERS ? "fewer than %d letters" : "%d letters or more";
        count("%s phrases that tutors quote, %s".formatted(language, length.formatted(MIN_LETTERS)), phrase, analysis);
    }

    private void countWhole(String what, String text, AnalyzeClient analyses) throws InterruptedException {
        count(what, new Span(0, text.length()), analyses.analyze(text, ENGLISH));
    }

    private void count(String what, Span part, AnalyzedText analysis) {
        countByLanguage
                .computeIfAbsent(what, _ -> new HashMap<>())
                .merge(analysis.languageWithin(part), 1, Integer::sum);
    }

    public String toMarkdown() {
        var table = new MarkdownTable(
                List.of("Italian in English (CIMA)", "parts", "read as Italian", "read as English", "otherwise"));
        countByLanguage.forEach((what, languages) -> {
            int all = languages.values().stream().mapToInt(Integer::intValue).sum();
            int italian = languages.getOrDefault(ITALIAN, 0);
            int english = languages.getOrDefault(ENGLISH, 0);
            table.addRow(List.of(
                    what,
                    String.format(Locale.ROOT, "%,d", all),
                    formatPercent(italian, all),
                    formatPercent(english, all),
                    formatPercent(all - italian - english, all)));
        });
        return table.render();
    }

    private static String formatPercent(int some, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * some / all);
    }

    private static List<String> texts(List<JsonNode> turns, String name) {
        return turns.stream()
                .map(turn -> turn.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> readTurns(Path data) {
        var json = JsonMapper.builder().build();
        List<JsonNode> turns = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(data.resolve(FILE))) {
                json.readTree(line).path("turns").forEach(turns::add);
            }
            return turns;
        } catch (IOException e) {
            throw Failure.usage("There is no %s: name another directory with --data or PARLANCE_DATA."
                    .formatted(data.resolve(FILE)));
        }
    }
}
