package dev.parlance.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LowWaterMarkTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Instant LATER = NOON.plus(LONGEST).plusSeconds(1);

    private final LowWaterMark mark = new LowWaterMark(LONGEST);

    @Test
    void everythingIsLookedThroughAgainAndAgainUntilTheTransactionsOfAPredecessorHaveEnded() {
        mark.reset(NOON);
        assertThat(mark.above(NOON)).isZero();
        saw(NOON, 41, 42);
        assertThat(mark.above(NOON.plusMillis(50))).isEqualTo(42);
        assertThat(mark.above(NOON.plusMillis(1_049))).isEqualTo(42);
        assertThat(mark.above(NOON.plusMillis(1_050))).isZero();
        assertThat(mark.above(NOON.plusMillis(1_100))).isEqualTo(42);
        assertThat(mark.above(NOON.plusSeconds(89))).isZero();
        assertThat(mark.above(NOON.plusSeconds(89).plusMillis(50))).isEqualTo(42);
    }

    @Test
    void everythingIsLookedThroughOnceMoreWhenTheTransactionsOfAPredecessorHaveEnded() {
        mark.reset(NOON);
        assertThat(mark.above(NOON)).isZero();
        saw(NOON, 41, 42);
        assertThat(mark.above(LATER)).isZero();
        assertThat(mark.above(LATER.plusSeconds(1))).isEqualTo(42);
        assertThat(mark.above(LATER.plusSeconds(90))).isEqualTo(42);
    }

    @Test
    void theLongerItTakesToLookThroughEverythingTheRarerItIsDone() {
        mark.reset(NOON);
        assertThat(mark.above(NOON)).isZero();
        saw(NOON, 41, 42);
        assertThat(mark.above(NOON.plusSeconds(2))).isEqualTo(42);
        assertThat(mark.above(NOON.plusSeconds(21))).isEqualTo(42);
        assertThat(mark.above(NOON.plusSeconds(22))).isZero();
    }

    @Test
    void anIdThatWasSkippedHoldsTheMarkUntilItAppears() {
        knowsOfAllBefore();
        saw(LATER, 41, 44, 45);
        assertThat(mark.above(LATER)).isEqualTo(41);
        saw(LATER, 43);
        assertThat(mark.above(LATER)).isEqualTo(41);
        saw(LATER, 42);
        assertThat(mark.above(LATER)).isEqualTo(45);
    }

    @Test
    void anIdThatWasRolledBackHoldsTheMarkNoLongerThanTheLongestTransaction() {
        knowsOfAllBefore();
        saw(LATER, 41, 43);
        assertThat(mark.above(LATER.plusSeconds(89))).isEqualTo(41);
        assertThat(mark.above(LATER.plusSeconds(91))).isEqualTo(43);
    }

    @Test
    void aRowThatBecameVisibleAfterTheLongestTransactionIsFoundAllTheSame() {
        // Given an id that nobody waits for any more
        knowsOfAllBefore();
        saw(LATER, 41, 43);
        Instant muchLater = LATER.plusSeconds(240);
        assertThat(mark.above(muchLater)).isEqualTo(43);
        // When
        assertThat(mark.above(LATER.plusSeconds(300))).isZero();
        saw(LATER.plusSeconds(300), 42);
        // Then others like it are looked for as well
        assertThat(mark.above(LATER.plusSeconds(302))).isZero();
    }

    @Test
    void aGapTooLargeToCountIsReadFromTheBeginningAgain() {
        knowsOfAllBefore();
        saw(LATER, 1, 2_000_000);
        assertThat(mark.above(LATER)).isZero();
        assertThat(mark.above(LATER.plus(LONGEST))).isZero();
        assertThat(mark.above(LATER.plus(LONGEST).plusSeconds(1))).isEqualTo(2_000_000);
    }

    private void knowsOfAllBefore() {
        mark.reset(NOON);
        assertThat(mark.above(LATER)).isZero();
    }

    private void saw(Instant now, long... ids) {
        mark.saw(
                LongStream.of(ids)
                        .mapToObj(id -> new OutboxRow(id, "topic", "key", "", new byte[0]))
                        .toList(),
                now);
    }
}
