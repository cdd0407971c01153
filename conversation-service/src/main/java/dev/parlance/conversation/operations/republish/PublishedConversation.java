package dev.parlance.conversation.operations.republish;

import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.conversation.dialogue.conversation.EventPublisher;
import dev.parlance.conversation.dialogue.turn.PublishedTurns.PublishedTurn;
import dev.parlance.conversation.dialogue.turn.TurnStatistics.SequenceRange;
import dev.parlance.kit.outbox.OutboxRecord;
import java.util.ArrayList;
import java.util.List;

/// A conversation whose turns are republished: its start precedes the first turn, its end follows the last.
record PublishedConversation(Conversation conversation, SequenceRange turns) {
    /// The events of a turn, with the start or the end of its conversation around them.
    List<OutboxRecord> withStartAndEnd(PublishedTurn turn, EventPublisher eventPublisher) {
        List<OutboxRecord> records = new ArrayList<>();
        if (turn.position().sequence() == turns.first()) {
            records.add(eventPublisher.toRecord(conversation.startedEvent()));
        }
        records.addAll(turn.events());
        if (turn.position().sequence() == turns.last()) {
            conversation.sequence().endedEvent().map(eventPublisher::toRecord).ifPresent(records::add);
        }
        return records;
    }
}
