package dev.parlance.journey.fault.check;

import dev.parlance.journey.fault.check.Tables.TurnRow;
import dev.parlance.journey.fault.check.TopicLog.Entry;
import dev.parlance.journey.fault.ledger.History;
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
final class TopicOrder {
    private static final String RECORDED = "parlance.turn-recorded.v1";

    private final History history;
    private final Findings findings;

    TopicOrder(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    void check(List<Entry> topic, List<TurnRow> rows) {
        Map<UUID, TurnRow> byId = rows.stream().collect(Collectors.toMap(TurnRow::id, row -> row));
        Map<String, Map<UUID, TurnRow>> learners = new HashMap<>();
        for (Entry entry : topic) {
            if (entry.type().equals(RECORDED) && !entry.subject().isEmpty()) { // poison has no subject
                UUID turn = UUID.fromString(entry.subject());
                TurnRow row = byId.get(turn);
                if (row == null) {
                    findings.add("I3", "turns on the topic that are not stored", turn);
                } else {
                    learners.computeIfAbsent(entry.key(), _ -> new LinkedHashMap<>())
                            .putIfAbsent(turn, row);
                }
            }
        }
        var announced = learners.values().stream()
                .flatMap(turns -> turns.keySet().stream())
                .collect(Collectors.toSet());
        findings.none("I3", "stored turns that are not on the topic", byId.keySet(), announced);
        learners.values().forEach(turns -> {
            checkSequences(turns.values());
            checkTimes(new ArrayList<>(turns.keySet()));
        });
    }

    private void checkSequences(Collection<TurnRow> turns) {
        Map<UUID, Integer> last = new HashMap<>();
        for (TurnRow turn : turns) {
            if (last.merge(turn.conversation(), turn.sequence(), Math::max) != turn.sequence()) {
                findings.add("I3", "turns that come behind a later one of their conversation", turn.id());
            }
        }
    }

    private void checkTimes(List<UUID> turns) {
        long accepted = Long.MAX_VALUE; // the earliest 2xx of all that come later
        for (UUID turn : turns.reversed()) {
            History.Told told = history.turns().get(turn);
            if (told != null) {
                if (accepted < told.firstAsked()) {
                    findings.add("I3", "turns that come before one that was accepted before they were sent", turn);
                }
                accepted = Math.min(accepted, told.firstAccepted());
            }
        }
    }
}
