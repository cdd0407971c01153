package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void aMomentIsShownByItsSentence() {
        assertThat(around("Hello. I like my rabbit! Bye.", "rabbit")).isEqualTo("I like my rabbit!");
        assertThat(around("りんごがたべたい", "りんご")).isEqualTo("りんごがたべたい");
        assertThat(around("うん。りんごがたべたい。そう。", "りんご")).isEqualTo("りんごがたべたい。");
        assertThat(around("one\n  two three \nfour", "two")).isEqualTo("two three");
    }

    @Test
    void anEmojiAfterASentenceIsShownWithIt() {
        assertThat(around("No. I like it! 😀", "😀")).isEqualTo("I like it! 😀");
        assertThat(around("I like it!\n😀", "😀")).isEqualTo("😀");
    }

    @Test
    void aSentenceOf160CodePointsIsShownWhole() {
        // Given
        String whole = "𠮷".repeat(159) + "。";
        // When
        String excerpt = Excerpt.of("はい。" + whole + "そう。", 3 + 100, 3 + 104);
        // Then
        assertThat(excerpt).isEqualTo(whole);
    }

    @Test
    void aLongerOneIsCutOnBothSidesOfTheMoment() {
        // Given
        String text = "ba ".repeat(100) + "rabbit " + "bo ".repeat(100);
        // When
        String excerpt = around(text, "rabbit");
        // Then
        assertThat(excerpt).startsWith("…").endsWith("…").contains("ba rabbit bo");
        assertThat(excerpt.length()).isBetween(150, 160);
        assertThat(around("rabbit " + "bo ".repeat(100), "rabbit"))
                .startsWith("rabbit bo")
                .endsWith("…")
                .hasSizeGreaterThan(150);
        assertThat(around("ba ".repeat(100) + "rabbit", "rabbit"))
                .startsWith("…")
                .endsWith("ba rabbit")
                .hasSizeGreaterThan(150);
    }

    @Test
    void theCutNeverGoesThroughACharacter() {
        // Given
        String family = "👨\u200D👩\u200D👧";
        String text = family.repeat(50) + "rabbit" + "e\u0301".repeat(200);
        // When
        String excerpt = around(text, "rabbit");
        // Then
        String inside = excerpt.substring(1, excerpt.length() - 1);
        assertThat(inside.substring(0, inside.indexOf("rabbit")).replace(family, ""))
                .isEmpty();
        assertThat(inside).endsWith("\u0301");
        assertThat(excerpt.codePointCount(0, excerpt.length())).isBetween(140, 160);
    }

    @Test
    void aMomentLongerThanAnExcerptIsShownFromItsStart() {
        String text = "x".repeat(8_000);
        assertThat(Excerpt.of(text, 0, 8_000)).isEqualTo("x".repeat(158) + "…");
        assertThat(Excerpt.of("ab " + text, 3, 8_003)).isEqualTo("…" + "x".repeat(158) + "…");
    }

    @Test
    void anyPartOfAnyTextFits() {
        String[] pieces = {
            "a", " ", "。", ". ", "\n", "😀", "\u0301", "\u200D", "漢", "\uD83D", "word", "… ", "」と", "\uFE0F"
        };
        for (int seed = 0; seed < 2_000; seed++) {
            // Given
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int length = random.nextInt(600) + 1; length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int start = random.nextInt(text.length());
            int end = start + 1 + random.nextInt(Math.min(400, text.length() - start));
            // When
            String excerpt = Excerpt.of(text.toString(), start, end);
            // Then
            assertThat(excerpt.codePointCount(0, excerpt.length()))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(160);
            String shown = excerpt.startsWith("…") ? excerpt.substring(1) : excerpt;
            shown = shown.endsWith("…") ? shown.substring(0, shown.length() - 1) : shown;
            assertThat(text.toString()).as("seed %d", seed).contains(shown);
        }
    }

    @Test
    void aLongTextTakesNoLongerThanAShortOne() {
        String text = "漢".repeat(8_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int at = 0; at < text.length(); at++) {
                Excerpt.of(text, at, at + 1);
            }
        });
    }

    private static String around(String text, String moment) {
        int start = text.indexOf(moment);
        return Excerpt.of(text, start, start + moment.length());
    }
}
