package dev.parlance.conversation.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnanalysedTurnTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void whatTheAnalysisHasReadAndNotAnalysedIsForgotten() {
        assertThat(turn(0, false, false).isForgotten(NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void whatTheAnalysisHasNotComeToYetIsOnlyLate() {
        assertThat(turn(0, false, false).isForgotten(NOON)).isFalse();
        assertThat(turn(0, false, false).isForgotten(Instant.MIN)).isFalse();
    }

    @Test
    void whatHasBeenAnalysedOrWaitsForAPersonIsNotForgotten() {
        assertThat(turn(0, true, false).isForgotten(Instant.MAX)).isFalse();
        assertThat(turn(0, false, true).isForgotten(Instant.MAX)).isFalse();
    }

    @Test
    void whatStaysForgottenIsAskedAfterLaterEachTimeAndNeverLessThanOnceADay() {
        assertThat(turn(0, false, false).nextLook(PATIENCE, NOON)).isEqualTo(NOON.plus(PATIENCE));
        assertThat(turn(2, false, false).nextLook(PATIENCE, NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(40)));
        assertThat(turn(1_000, false, false).nextLook(PATIENCE, NOON)).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    private static UnanalysedTurn turn(int announced, boolean analysed, boolean quarantined) {
        return new UnanalysedTurn("default", new TurnId(new UUID(1, 2)), NOON, announced, analysed, quarantined);
    }
}
