package dev.parlance.conversation.operations.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.id.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnanalysedTurnTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration REANNOUNCE_AFTER = Duration.ofMinutes(10);

    @Test
    void aTurnThatWasReadAndNotAnalysedNeedsReannouncement() {
        assertThat(turn(0, false, false).needsReannouncement(NOON.plusSeconds(1)))
                .isTrue();
    }

    @Test
    void aTurnThatWasNotReadYetIsOnlyLate() {
        assertThat(turn(0, false, false).needsReannouncement(NOON)).isFalse();
        assertThat(turn(0, false, false).needsReannouncement(Instant.MIN)).isFalse();
    }

    @Test
    void anAnalysedOrQuarantinedTurnNeedsNoReannouncement() {
        assertThat(turn(0, true, false).needsReannouncement(Instant.MAX)).isFalse();
        assertThat(turn(0, false, true).needsReannouncement(Instant.MAX)).isFalse();
    }

    @Test
    void aTurnIsNotReannouncedAnEleventhTime() {
        assertThat(turn(9, false, false).needsReannouncement(Instant.MAX)).isTrue();
        assertThat(turn(10, false, false).needsReannouncement(Instant.MAX)).isFalse();
    }

    @Test
    void theIntervalOfChecksDoublesUpToADay() {
        assertThat(turn(0, false, false).nextCheckAt(REANNOUNCE_AFTER, NOON)).isEqualTo(NOON.plus(REANNOUNCE_AFTER));
        assertThat(turn(2, false, false).nextCheckAt(REANNOUNCE_AFTER, NOON))
                .isEqualTo(NOON.plus(Duration.ofMinutes(40)));
        assertThat(turn(1_000, false, false).nextCheckAt(REANNOUNCE_AFTER, NOON))
                .isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    private static UnanalysedTurn turn(int announced, boolean analysed, boolean quarantined) {
        return new UnanalysedTurn("default", new TurnId(new UUID(1, 2)), NOON, announced, analysed, quarantined);
    }
}
