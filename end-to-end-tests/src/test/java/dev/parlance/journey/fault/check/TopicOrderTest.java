package dev.parlance.journey.fault.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.journey.fault.check.Tables.TurnRow;
import dev.parlance.journey.fault.check.TopicLog.Entry;
import dev.parlance.journey.fault.ledger.Ledger;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.ledger.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A checker that finds nothing must be able to find something.
class TopicOrderTest {
    @TempDir
    Path directory;

    private final Findings findings = new Findings();
    private final List<TurnRow> rows = new ArrayList<>();
    private final List<Entry> topic = new ArrayList<>();
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = new Ledger(directory.resolve("ledger.jsonl"));
    }

    @Test
    void turnsInOrderAreFine() {
        // Given
        accepted(said(1, 1));
        accepted(said(2, 1));
        stored(1, 1, 1);
        stored(2, 1, 2);
        announced(1);
        announced(2);
        announced(1);
        // When / Then
        assertThat(found()).isEmpty();
    }

    @Test
    void aTurnBehindALaterOneOfItsConversationIsFound() {
        // Given
        stored(1, 1, 1);
        stored(2, 1, 2);
        announced(2);
        announced(1);
        // When / Then
        assertThat(found()).singleElement().satisfies(broken -> assertThat(broken.what())
                .contains("behind"));
    }

    @Test
    void aTurnThatOvertookOneAcceptedBeforeItWasSentIsFound() {
        // Given
        accepted(said(1, 1));
        accepted(said(2, 2));
        stored(1, 1, 1);
        stored(2, 2, 1);
        announced(2);
        announced(1);
        // When / Then
        assertThat(found()).singleElement().satisfies(broken -> assertThat(broken.what())
                .contains("before"));
    }

    @Test
    void whatIsOnOneSideAloneIsFound() {
        // Given
        stored(1, 1, 1);
        announced(2);
        // When / Then
        assertThat(found()).hasSize(2);
    }

    private List<Broken> found() {
        new TopicOrder(ledger.history(), findings).check(topic, rows);
        return findings.broken();
    }

    private void accepted(Said said) {
        ledger.asking(said, 1);
        ledger.answered(said, 1, Outcome.ACCEPTED, 201);
    }

    private void stored(int turn, int conversation, int sequence) {
        rows.add(new TurnRow(new UUID(0, turn), new UUID(1, conversation), sequence, "T00-1", "hash"));
    }

    private void announced(int turn) {
        topic.add(new Entry(
                0,
                topic.size(),
                "default/T00-1",
                "event-" + turn,
                "parlance.turn-recorded.v1",
                new UUID(0, turn).toString(),
                new byte[0]));
    }

    private static Said said(int turn, int conversation) {
        return new Said(
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
