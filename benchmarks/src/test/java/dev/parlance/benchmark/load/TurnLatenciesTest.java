package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnLatenciesTest {
    private static final long MILLI = 1_000_000;

    private final TurnLatencies turns = new TurnLatencies();

    @Test
    void aTurnIsCountedWhenTheDaysHoldAsManyAsWereAccepted() {
        turns.recordAccepted("hana", 10 * MILLI, true);
        turns.recordAccepted("hana", 20 * MILLI, true);
        turns.recordDay("hana", "2026-11-20", 1, 50 * MILLI);
        assertThat(turns.countPending()).isEqualTo(1);

        turns.recordDay("hana", "2026-11-20", 2, 120 * MILLI);

        assertThat(turns.countPending()).isZero();
        assertThat(turns.milliseconds().percentile(50)).isEqualTo(40);
        assertThat(turns.milliseconds().max()).isEqualTo(100);
    }

    @Test
    void aTurnAfterMidnightIsCountedOnTheNextDay() {
        turns.recordAccepted("hana", 0, true);
        turns.recordAccepted("hana", 10 * MILLI, true);

        turns.recordDay("hana", "2026-11-20", 1, 5 * MILLI);
        turns.recordDay("hana", "2026-11-21", 1, 17 * MILLI);

        assertThat(turns.milliseconds().max()).isEqualTo(7);
    }

    @Test
    void anotherLearnersTurnsDoNotCount() {
        turns.recordAccepted("hana", 0, true);

        turns.recordDay("oliver", "2026-11-20", 3, MILLI);

        assertThat(turns.countPending()).isEqualTo(1);
    }

    @Test
    void aDaySeenBeforeTheAnswerTookNoTime() {
        turns.recordDay("hana", "2026-11-20", 1, MILLI);
        turns.recordAccepted("hana", 2 * MILLI, true);

        assertThat(turns.milliseconds().max()).isZero();
    }

    @Test
    void whatWarmedUpIsLeftOut() {
        turns.recordAccepted("hana", 0, false);
        turns.recordAccepted("hana", MILLI, true);
        turns.recordDay("hana", "2026-11-20", 2, 3 * MILLI);

        assertThat(turns.milliseconds().size()).isEqualTo(1);
    }
}
