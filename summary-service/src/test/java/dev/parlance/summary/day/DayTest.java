package dev.parlance.summary.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.contract.event.SummaryEvent.Turns;
import dev.parlance.summary.Change;
import dev.parlance.summary.Counts;
import dev.parlance.summary.fact.DayKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTest {
    private static final DayKey KEY = new DayKey("default", "hana", LocalDate.parse("2026-11-20"));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final long NO_FLOOR = 0;

    @Test
    void aDayWithTheSameFiguresIsNotPublishedAgain() {
        // When
        Change<Day> change = Day.change(KEY, stored(figures(3), 17), figures(3), NO_FLOOR, NOON);
        // Then
        assertThat(change).isEqualTo(new Change.None<Day>());
    }

    @Test
    void theFirstRevisionOfADayIsTheTime() {
        // When
        Change<Day> change = Day.change(KEY, null, figures(3), NO_FLOOR, NOON);
        // Then
        assertThat(change).isEqualTo(new Change.Upsert<>(new Day(KEY, figures(3), NOON.toEpochMilli(), NOON)));
    }

    @Test
    void aRevisionGrowsEvenIfTheClockWasSetBack() {
        // Given
        long future = NOON.toEpochMilli() + 10_000;
        // When
        Change<Day> change = Day.change(KEY, stored(figures(3), future), figures(4), NO_FLOOR, NOON);
        // Then
        assertThat(change).isEqualTo(new Change.Upsert<>(new Day(KEY, figures(4), future + 1, NOON)));
    }

    @Test
    void aDayWithoutFactsIsDeletedWithAHigherRevision() {
        // Given
        long future = NOON.toEpochMilli() + 10_000;
        // When
        Change<Day> change = Day.change(KEY, stored(figures(3), future), null, NO_FLOOR, NOON);
        // Then
        assertThat(change).isEqualTo(new Change.Delete<>(new Day(KEY, figures(3), future + 1, NOON)));
    }

    @Test
    void aDayThatComesBackStartsAboveTheFloor() {
        // Given
        long floor = NOON.toEpochMilli() + 10_000;
        // When
        Change<Day> change = Day.change(KEY, null, figures(3), floor, NOON);
        // Then
        assertThat(change).isEqualTo(new Change.Upsert<>(new Day(KEY, figures(3), floor + 1, NOON)));
    }

    @Test
    void aDayThatNeverExistedIsNotDeleted() {
        assertThat(Day.change(KEY, null, null, NO_FLOOR, NOON)).isEqualTo(new Change.None<Day>());
    }

    @Test
    void knownHighlightTypesAreShownWithZeroAndOthersIfTheyOccur() {
        // Given
        Counts counts = Counts.of(List.of("pause", "new_word", "new_word"));
        // Then
        assertThat(counts.highlights())
                .containsExactly(
                        entry("new_word", 2),
                        entry("long_sentence", 0),
                        entry("emotional_moment", 0),
                        entry("pause", 1));
    }

    @Test
    void countsAreEqualInAnyOrderOfTheirNames() {
        // Given
        Counts counts = Counts.of(List.of("b", "a", "b"));
        // When
        Counts read = Counts.fromJson("{\"b\": 2, \"a\": 1}");
        // Then
        assertThat(read).isEqualTo(counts);
        assertThat(read.turns()).containsEntry("b", new Turns(2));
    }

    private static Day stored(DayFigures figures, long revision) {
        return new Day(KEY, figures, revision, NOON.minusSeconds(60));
    }

    private static DayFigures figures(int turns) {
        Counts none = Counts.of(List.of());
        return new DayFigures("UTC", 1, turns, 9, 9, 9, 0, 9, 0, none, none, none, NOON, NOON);
    }
}
