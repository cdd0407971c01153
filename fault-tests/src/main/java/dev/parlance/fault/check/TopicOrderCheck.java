package dev.parlance.fault.check;

import dev.parlance.fault.check.ServiceTables.TurnRow;
import dev.parlance.fault.cluster.TopicRecord;
import dev.parlance.fault.ledger.LedgerHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// I3: the turns on the topic are those in the table, and each learner's come in order where they come first: by
/// sequence within a conversation, and never behind a turn that was only sent after its own 2xx had come.
final class TopicOrderCheck {
    private static final String RECORDED = "parlance.turn-recorded.v1";

    private final LedgerHistory history;
    private final InvariantViolations violations;

    TopicOrderCheck(LedgerHistory history, InvariantViolations findings) {
        this.history = history;
        this.violations = findings;
    }

    void check(List<TopicRecord> topic, List<TurnRow> rows) {
        Map<UUID, TurnRow> byId = rows.stream().collect(Collectors.toMap(TurnRow::id, row -> row));
        Map<String, Map<UUID, TurnRow>> learners = new HashMap<>();
        for (TopicRecord entry : topic) {
            if (entry.type().equals(RECORDED) && !entry.subject().isEmpty()) { // poison has no subject
                UUID turn = UUID.fromString(entry.subject());
                TurnRow row = byId.get(turn);
                if (row == null) {
                    violations.add("I3", "turns on the topic that are not stored", turn);
                } else {
                    learners.computeIfAbsent(entry.key(), _ -> new LinkedHashMap<>())
                            .putIfAbsent(turn, row);
                }
            }
        }
        var announced = learners.values().stream()
                .flatMap(turns -> turns.keySet().stream())
                .collect(Collectors.toSet());
        violations.addMissing("I3", "stored turns that are not on the topic", byId.keySet(), announced);
        learners.values().forEach(turns -> {
            checkSequences(turns.values());
            checkTimes(new ArrayList<>(turns.keySet()));
        });
    }

    private void checkSequences(Collection<TurnRow> turns) {
        Map<UUID, Integer> last = new HashMap<>();
        for (TurnRow turn : turns) {
            if (last.merge(turn.conversation(), turn.sequence(), Math::max) != turn.sequence()) {
                violations.add("I3", "turns that come behind a later one of their conversation", turn.id());
            }
        }
    }

    private void checkTimes(List<UUID> turns) {
        long accepted = Long.MAX_VALUE; // the earliest 2xx of all that come later
        for (UUID turn : turns.reversed()) {
            LedgerHistory.TurnHistory turnHistory = history.turns().get(turn);
            if (turnHistory != null) {
                if (accepted < turnHistory.firstAttemptAt()) {
                    violations.add("I3", "turns that come before one that was accepted before they were sent", turn);
                }
                accepted = Math.min(accepted, turnHistory.firstAcceptedAt());
            }
        }
    }
}
