package dev.parlance.benchmark.analysis;

import dev.parlance.benchmark.analysis.AnalyzeClient.TimedResponse;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.report.MarkdownTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Whether hostile texts are answered, or refused by name, within a second: each said to be in each of many
/// languages, and in none.
public final class AdversarialTexts {
    private static final List<String> LANGUAGES =
            Arrays.asList("en", "de", "ja", "zh", "ko", "it", "es", "fr", "pt", "th", "ar", "rw", null);
    private static final Duration MAX_DURATION = Duration.ofSeconds(1);
    private static final int MAX_ROWS = 12;

    private final List<TextOutcome> outcomes = new ArrayList<>();

    /// @param problem its name; empty for an answer
    private record TextOutcome(String text, String language, int status, String problem, Duration duration) {
        static TextOutcome of(AdversarialText text, String language, TimedResponse answer) {
            String problem = answer.body().path("type").asText();
            return new TextOutcome(text.name(), language, answer.status(), problem, answer.duration());
        }

        boolean isExpected() {
            return status == 200 || isNamedProblem();
        }

        boolean isNamedProblem() {
            return status == 400 && problem.startsWith("/problems/");
        }
    }

    /// Languages are loaded before: that takes seconds, once.
    public void measure(AnalyzeClient analyses) throws InterruptedException {
        for (String language : LANGUAGES) {
            analyses.loadLanguage(Objects.requireNonNullElse(language, "und"));
        }
        for (AdversarialText text : AdversarialText.all()) {
            for (String language : LANGUAGES) {
                outcomes.add(TextOutcome.of(text, language, analyses.request(text.text(), language)));
            }
        }
    }

    /// @throws Failure if one was neither answered nor refused by name
    public String toMarkdown() {
        outcomes.stream().filter(round -> !round.isExpected()).findFirst().ifPresent(round -> {
            throw Failure.failed("“%s” in %s was answered with status %d %s"
                    .formatted(round.text(), round.language(), round.status(), round.problem()));
        });
        long named = outcomes.stream().filter(TextOutcome::isNamedProblem).count();
        long slow = outcomes.stream()
                .filter(round -> round.duration().compareTo(MAX_DURATION) > 0)
                .count();
        var table = new MarkdownTable(List.of("the slowest hostile texts", "said to be in", "ms"));
        outcomes.stream()
                .sorted(Comparator.comparing(TextOutcome::duration).reversed())
                .limit(MAX_ROWS)
                .forEach(round -> table.addRow(List.of(
                        round.text(),
                        Objects.requireNonNullElse(round.language(), "nothing"),
                        formatMillis(round.duration()))));
        return "%d hostile texts in %d languages: %d answered, %d refused by name, %d of them after more than %d ms.%n%n%s"
                .formatted(
                        AdversarialText.all().size(),
                        LANGUAGES.size(),
                        outcomes.size() - named,
                        named,
                        slow,
                        MAX_DURATION.toMillis(),
                        table.render());
    }

    private static String formatMillis(Duration took) {
        return String.format(Locale.ROOT, "%,.0f", took.toNanos() / 1e6);
    }
}
