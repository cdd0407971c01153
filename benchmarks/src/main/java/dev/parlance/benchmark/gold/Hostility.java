package dev.parlance.benchmark.gold;

import dev.parlance.benchmark.figure.MarkdownTable;
import dev.parlance.benchmark.gold.Analyses.Answer;
import dev.parlance.benchmark.installation.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Whether hostile texts are answered, or refused by name, within a second: each said to be in each of many
/// languages, and in none.
public final class Hostility {
    private static final List<String> LANGUAGES =
            Arrays.asList("en", "de", "ja", "zh", "ko", "it", "es", "fr", "pt", "th", "ar", "rw", null);
    private static final Duration GOAL = Duration.ofSeconds(1);
    private static final int SHOWN = 12;

    private final List<Round> rounds = new ArrayList<>();

    /// @param problem its name; empty for an answer
    private record Round(String text, String language, int status, String problem, Duration took) {
        static Round of(HostileText text, String language, Answer answer) {
            String problem = answer.body().path("type").asText();
            return new Round(text.name(), language, answer.status(), problem, answer.took());
        }

        boolean isGood() {
            return status == 200 || isNamed();
        }

        boolean isNamed() {
            return status == 400 && problem.startsWith("/problems/");
        }
    }

    /// Languages are loaded before: that takes seconds, once.
    public void measure(Analyses analyses) throws InterruptedException {
        for (String language : LANGUAGES) {
            analyses.load(Objects.requireNonNullElse(language, "und"));
        }
        for (HostileText text : HostileText.all()) {
            for (String language : LANGUAGES) {
                rounds.add(Round.of(text, language, analyses.ask(text.text(), language)));
            }
        }
    }

    /// @throws Failure if one was neither answered nor refused by name
    public String markdown() {
        rounds.stream().filter(round -> !round.isGood()).findFirst().ifPresent(round -> {
            throw Failure.failed("“%s” in %s was answered with status %d %s"
                    .formatted(round.text(), round.language(), round.status(), round.problem()));
        });
        long named = rounds.stream().filter(Round::isNamed).count();
        long slow = rounds.stream()
                .filter(round -> round.took().compareTo(GOAL) > 0)
                .count();
        var table = new MarkdownTable(List.of("the slowest hostile texts", "said to be in", "ms"));
        rounds.stream()
                .sorted(Comparator.comparing(Round::took).reversed())
                .limit(SHOWN)
                .forEach(round -> table.row(List.of(
                        round.text(),
                        Objects.requireNonNullElse(round.language(), "nothing"),
                        milliseconds(round.took()))));
        return "%d hostile texts in %d languages: %d answered, %d refused by name, %d of them after more than %d ms.%n%n%s"
                .formatted(
                        HostileText.all().size(),
                        LANGUAGES.size(),
                        rounds.size() - named,
                        named,
                        slow,
                        GOAL.toMillis(),
                        table.render());
    }

    private static String milliseconds(Duration took) {
        return String.format(Locale.ROOT, "%,.0f", took.toNanos() / 1e6);
    }
}
