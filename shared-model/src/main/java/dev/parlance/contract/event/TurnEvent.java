package dev.parlance.contract.event;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import java.time.Instant;
import java.time.LocalDate;

/// An event about one turn, with access to the fields of its [TurnContext].
public sealed interface TurnEvent
        permits ConversationEvent.TurnRecorded, ConversationEvent.TurnTranscribed, AnalysisEvent.TurnAnalyzed {

    TurnContext context();

    default String learnerId() {
        return context().learnerId();
    }

    default ConversationId conversationId() {
        return context().conversationId();
    }

    default TurnId turnId() {
        return context().turnId();
    }

    default int sequence() {
        return context().sequence();
    }

    default String channel() {
        return context().channel();
    }

    default String module() {
        return context().module();
    }

    default String language() {
        return context().language();
    }

    default String timeZone() {
        return context().timeZone();
    }

    default LocalDate localDate() {
        return context().localDate();
    }

    default Instant occurredAt() {
        return context().occurredAt();
    }
}
