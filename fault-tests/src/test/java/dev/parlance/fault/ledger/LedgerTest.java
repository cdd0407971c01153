package dev.parlance.fault.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path directory;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = new Ledger(directory.resolve("ledger.jsonl"));
    }

    @Test
    void whatWasSaidIsReadAgain() {
        // Given
        SimulatedTurn said = turn(1);
        ledger.recordAttempt(said, 1);
        ledger.recordOutcome(said, 1, Outcome.ACCEPTED, 201);
        // When
        LedgerHistory history = ledger.history();
        // Then
        assertThat(history.turns().get(said.turn()).simulatedTurn()).isEqualTo(said);
        assertThat(history.accepted()).containsExactly(said.turn());
        assertThat(history.storedUnacknowledged()).isZero();
    }

    @Test
    void aTurnWithoutAnyAnswerIsAskedAndNotAccepted() {
        // Given
        ledger.recordAttempt(turn(1), 1);
        // When
        LedgerHistory history = ledger.history();
        // Then
        assertThat(history.turns()).hasSize(1);
        assertThat(history.accepted()).isEmpty();
    }

    @Test
    void aTurnThatIsKnownAfterAnUnansweredAttemptWasStoredByIt() {
        // Given
        SimulatedTurn kept = turn(1);
        ledger.recordAttempt(kept, 1);
        ledger.recordOutcome(kept, 1, Outcome.UNKNOWN, 0);
        ledger.recordAttempt(kept, 2);
        ledger.recordOutcome(kept, 2, Outcome.ACCEPTED, 200);
        SimulatedTurn fresh = turn(2);
        ledger.recordAttempt(fresh, 1);
        ledger.recordOutcome(fresh, 1, Outcome.UNKNOWN, 0);
        ledger.recordAttempt(fresh, 2);
        ledger.recordOutcome(fresh, 2, Outcome.ACCEPTED, 201);
        // When
        LedgerHistory history = ledger.history();
        // Then
        assertThat(history.storedUnacknowledged()).isEqualTo(1);
        assertThat(history.count(Outcome.UNKNOWN)).isEqualTo(2);
        assertThat(history.attempts()).isEqualTo(4);
    }

    private static SimulatedTurn turn(int number) {
        return new SimulatedTurn(
                new UUID(0, number),
                new UUID(1, 1),
                "T00-1",
                "t00",
                "app",
                "UTC",
                List.of("w00001", "w00002"),
                List.of("w00003"),
                Instant.parse("2026-11-09T10:00:00.001Z"),
                900);
    }
}
