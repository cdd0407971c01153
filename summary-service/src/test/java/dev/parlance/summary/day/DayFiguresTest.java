package dev.parlance.summary.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.summary.Counts;
import dev.parlance.summary.fact.DayFact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DayFiguresTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID BREAKFAST = UUID.fromString("0b9f6a0e-3c1d-4c53-9d5b-6a4a3f1b2c01");
    private static final UUID SUPPER = UUID.fromString("f0000000-3c1d-4c53-9d5b-6a4a3f1b2c01");

    @Test
    void aWordInTwoTurnsIsOneUniqueWord() {
        // When
        DayFigures figures = DayFigures.of(
                List.of(fact(BREAKFAST, 1, NOON, "UTC", 11, 12), fact(BREAKFAST, 2, NOON, "UTC", 12, 13)));
        // Then
        assertThat(figures.uniqueWords()).isEqualTo(3);
        assertThat(figures.learnerWords()).isEqualTo(4);
        assertThat(figures.conversations()).isEqualTo(1);
    }

    @Test
    void theTimeZoneIsThatOfTheLastTurnInAnyOrder() {
        // Given
        DayFact early = fact(SUPPER, 9, NOON, "UTC");
        DayFact late = fact(BREAKFAST, 1, NOON.plusSeconds(1), "Asia/Tokyo");
        // Then
        assertThat(DayFigures.of(List.of(early, late)).timeZone()).isEqualTo("Asia/Tokyo");
        assertThat(DayFigures.of(List.of(late, early))).isEqualTo(DayFigures.of(List.of(early, late)));
    }

    @Test
    void atTheSameInstantTheConversationsIdAndThenTheSequenceDecide() {
        // Given
        DayFact first = fact(BREAKFAST, 7, NOON, "UTC");
        DayFact second = fact(SUPPER, 1, NOON, "Asia/Tokyo");
        DayFact third = fact(SUPPER, 2, NOON, "Europe/Rome");
        // Then
        assertThat(DayFigures.of(List.of(second, first)).timeZone()).isEqualTo("Asia/Tokyo");
        assertThat(DayFigures.of(List.of(third, first, second)).timeZone()).isEqualTo("Europe/Rome");
    }

    private static DayFact fact(UUID conversation, int sequence, Instant at, String zone, long... words) {
        return new DayFact(
                conversation, sequence, "none", "app", zone, at, words.length, 0, 1, 0, 0, words, Counts.of(List.of()));
    }
}
