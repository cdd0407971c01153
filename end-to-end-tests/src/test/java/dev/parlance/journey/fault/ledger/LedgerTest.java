package dev.parlance.journey.fault.ledger;

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
        Said said = said(1);
        ledger.asking(said, 1);
        ledger.answered(said, 1, Outcome.ACCEPTED, 201);
        // When
        History history = ledger.history();
        // Then
        assertThat(history.turns().get(said.turn()).said()).isEqualTo(said);
        assertThat(history.accepted()).containsExactly(said.turn());
        assertThat(history.keptUnheard()).isZero();
    }

    @Test
    void aTurnWithoutAnyAnswerIsAskedAndNotAccepted() {
        // Given
        ledger.asking(said(1), 1);
        // When
        History history = ledger.history();
        // Then
        assertThat(history.turns()).hasSize(1);
        assertThat(history.accepted()).isEmpty();
    }

    @Test
    void aTurnThatIsKnownAfterAnUnansweredAttemptWasStoredByIt() {
        // Given
        Said kept = said(1);
        ledger.asking(kept, 1);
        ledger.answered(kept, 1, Outcome.UNKNOWN, 0);
        ledger.asking(kept, 2);
        ledger.answered(kept, 2, Outcome.ACCEPTED, 200);
        Said fresh = said(2);
        ledger.asking(fresh, 1);
        ledger.answered(fresh, 1, Outcome.UNKNOWN, 0);
        ledger.asking(fresh, 2);
        ledger.answered(fresh, 2, Outcome.ACCEPTED, 201);
        // When
        History history = ledger.history();
        // Then
        assertThat(history.keptUnheard()).isEqualTo(1);
        assertThat(history.count(Outcome.UNKNOWN)).isEqualTo(2);
        assertThat(history.attempts()).isEqualTo(4);
    }

    private static Said said(int number) {
        return new Said(
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
