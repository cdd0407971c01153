package dev.parlance.benchmark.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TutorHintsTest {
    private static final String BEHIND = "OK, \"is behind the\" is  \"e dietro\"";
    private static final String TABLE = "\"table\" is \"tavolo\"";
    private static final String RABBIT = "\"the rabbit\" is \"il coniglio\".";
    private static final String REVERSED = "\"il coniglio\" is \"the rabbit\".";
    private final TutorHints hints = new TutorHints(List.of(BEHIND, TABLE, RABBIT, RABBIT, REVERSED));

    @Test
    void theFormOfAHintSaysWhichPartIsItalian() {
        assertThat(hints.find(BEHIND)).singleElement().satisfies(hint -> {
            assertThat(BEHIND.substring(hint.english().start(), hint.english().end()))
                    .isEqualTo("is behind the");
            assertThat(BEHIND.substring(hint.italian().start(), hint.italian().end()))
                    .isEqualTo("e dietro");
        });
    }

    @Test
    void aHintThatHasTheItalianFirstIsLeftOut() {
        assertThat(hints.find(REVERSED)).isEmpty();
    }

    @Test
    void aTurnIsItalianWhereTutorsGaveAllItsWords() {
        assertThat(hints.isItalian("Il coniglio e dietro tavolo?")).isTrue();
        assertThat(hints.isItalian("il coniglio is dietro tavolo")).isFalse();
        assertThat(hints.isWithoutItalian("What does it mean?")).isTrue();
        assertThat(hints.isWithoutItalian("What is coniglio?")).isFalse();
    }
}
