package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTurnsTest {
    private static final long MILLI = 1_000_000;

    private final CountedTurns turns = new CountedTurns();

    @Test
    void aTurnIsCountedWhenTheDaysHoldAsManyAsWereAccepted() {
        turns.accepted("hana", 10 * MILLI, true);
        turns.accepted("hana", 20 * MILLI, true);
        turns.counted("hana", "2026-11-20", 1, 50 * MILLI);
        assertThat(turns.open()).isEqualTo(1);

        turns.counted("hana", "2026-11-20", 2, 120 * MILLI);

        assertThat(turns.open()).isZero();
        assertThat(turns.milliseconds().percentile(50)).isEqualTo(40);
        assertThat(turns.milliseconds().max()).isEqualTo(100);
    }

    @Test
    void aTurnAfterMidnightIsCountedOnTheNextDay() {
        turns.accepted("hana", 0, true);
        turns.accepted("hana", 10 * MILLI, true);

        turns.counted("hana", "2026-11-20", 1, 5 * MILLI);
        turns.counted("hana", "2026-11-21", 1, 17 * MILLI);

        assertThat(turns.milliseconds().max()).isEqualTo(7);
    }

    @Test
    void anotherLearnersTurnsDoNotCount() {
        turns.accepted("hana", 0, true);

        turns.counted("oliver", "2026-11-20", 3, MILLI);

        assertThat(turns.open()).isEqualTo(1);
    }

    @Test
    void aDaySeenBeforeTheAnswerTookNoTime() {
        turns.counted("hana", "2026-11-20", 1, MILLI);
        turns.accepted("hana", 2 * MILLI, true);

        assertThat(turns.milliseconds().max()).isZero();
    }

    @Test
    void whatWarmedUpIsLeftOut() {
        turns.accepted("hana", 0, false);
        turns.accepted("hana", MILLI, true);
        turns.counted("hana", "2026-11-20", 2, 3 * MILLI);

        assertThat(turns.milliseconds().size()).isEqualTo(1);
    }
}
