package dev.parlance.fault.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fault.check.ServiceTables.TurnRow;
import dev.parlance.fault.cluster.TopicRecord;
import dev.parlance.fault.ledger.Ledger;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.ledger.SimulatedTurn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A checker that finds nothing must be able to find something.
class TopicOrderCheckTest {
    @TempDir
    Path directory;

    private final InvariantViolations violations = new InvariantViolations();
    private final List<TurnRow> rows = new ArrayList<>();
    private final List<TopicRecord> records = new ArrayList<>();
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = new Ledger(directory.resolve("ledger.jsonl"));
    }

    @Test
    void turnsInOrderAreFine() {
        // Given
        accepted(turn(1, 1));
        accepted(turn(2, 1));
        stored(1, 1, 1);
        stored(2, 1, 2);
        announced(1);
        announced(2);
        announced(1);
        // When / Then
        assertThat(check()).isEmpty();
    }

    @Test
    void aTurnBehindALaterOneOfItsConversationIsFound() {
        // Given
        stored(1, 1, 1);
        stored(2, 1, 2);
        announced(2);
        announced(1);
        // When / Then
        assertThat(check()).singleElement().satisfies(broken -> assertThat(broken.description())
                .contains("behind"));
    }

    @Test
    void aTurnThatOvertookOneAcceptedBeforeItWasSentIsFound() {
        // Given
        accepted(turn(1, 1));
        accepted(turn(2, 2));
        stored(1, 1, 1);
        stored(2, 2, 1);
        announced(2);
        announced(1);
        // When / Then
        assertThat(check()).singleElement().satisfies(broken -> assertThat(broken.description())
                .contains("before"));
    }

    @Test
    void whatIsOnOneSideAloneIsFound() {
        // Given
        stored(1, 1, 1);
        announced(2);
        // When / Then
        assertThat(check()).hasSize(2);
    }

    private List<InvariantViolation> check() {
        new TopicOrderCheck(ledger.history(), violations).check(records, rows);
        return violations.toList();
    }

    private void accepted(SimulatedTurn said) {
        ledger.recordAttempt(said, 1);
        ledger.recordOutcome(said, 1, Outcome.ACCEPTED, 201);
    }

    private void stored(int turn, int conversation, int sequence) {
        rows.add(new TurnRow(new UUID(0, turn), new UUID(1, conversation), sequence, "T00-1", "hash"));
    }

    private void announced(int turn) {
        records.add(new TopicRecord(
                0,
                records.size(),
                "default/T00-1",
                "event-" + turn,
                "parlance.turn-recorded.v1",
                new UUID(0, turn).toString(),
                new byte[0]));
    }

    private static SimulatedTurn turn(int turn, int conversation) {
        return new SimulatedTurn(
                new UUID(0, turn),
                new UUID(1, conversation),
                "T00-1",
                "t00",
                "app",
                "UTC",
                List.of("w00001"),
                List.of("w00003"),
                Instant.parse("2026-11-09T10:00:00Z"),
                900);
    }
}
