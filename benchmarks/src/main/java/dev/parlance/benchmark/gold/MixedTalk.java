package dev.parlance.benchmark.gold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.installation.Failure;
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
public final class MixedTalk {
    private static final String FILE = "conversations/cima-italian-tutoring.jsonl";
    private static final String ENGLISH = "en";
    private static final String ITALIAN = "it";
    /// Shorter parts are never taken for another language than that of their text.
    private static final int FEWEST_LETTERS = 8;

    private final Map<String, Map<String, Integer>> parts = new LinkedHashMap<>();

    public void measure(Path data, Analyses analyses) throws InterruptedException {
        List<JsonNode> turns = turns(data);
        List<String> replies = texts(turns, "replyText");
        var hints = new Hints(replies);
        for (String reply : replies) {
            List<Hints.Hint> found = hints.in(reply);
            Analysis analysis = found.isEmpty() ? null : analyses.of(reply, ENGLISH);
            for (Hints.Hint hint : found) {
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

    private void count(String language, String text, Span phrase, Analysis analysis) {
        long letters = text.substring(phrase.start(), phrase.end())
                .codePoints()
                .filter(Character::isLetter)
                .count();
        String length = letters < FEWEST_LETTERS ? "fewer than %d letters" : "%d letters or more";
        count(
                "%s phrases that tutors quote, %s".formatted(language, length.formatted(FEWEST_LETTERS)),
                phrase,
                analysis);
    }

    private void countWhole(String what, String text, Analyses analyses) throws InterruptedException {
        count(what, new Span(0, text.length()), analyses.of(text, ENGLISH));
    }

    private void count(String what, Span part, Analysis analysis) {
        parts.computeIfAbsent(what, _ -> new HashMap<>()).merge(analysis.languageWithin(part), 1, Integer::sum);
    }

    public String markdown() {
        var table = new MarkdownTable(
                List.of("Italian in English (CIMA)", "parts", "read as Italian", "read as English", "otherwise"));
        parts.forEach((what, languages) -> {
            int all = languages.values().stream().mapToInt(Integer::intValue).sum();
            int italian = languages.getOrDefault(ITALIAN, 0);
            int english = languages.getOrDefault(ENGLISH, 0);
            table.row(List.of(
                    what,
                    String.format(Locale.ROOT, "%,d", all),
                    percent(italian, all),
                    percent(english, all),
                    percent(all - italian - english, all)));
        });
        return table.render();
    }

    private static String percent(int some, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * some / all);
    }

    private static List<String> texts(List<JsonNode> turns, String name) {
        return turns.stream()
                .map(turn -> turn.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> turns(Path data) {
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
