package dev.parlance.conversation.conversation;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The side of a conversation that its turns need and move: gives them their sequence and knows whether one may still
/// come. Held under the conversation's lock; everything else about the conversation stays unread.
public final class TurnTaking {
    private final Facts facts;
    private Instant endedAt;
    private String endReason;
    private Instant lastActivityAt;
    private int lastSequence;
    private int turnCount;

    /// What no turn changes.
    public record Facts(
            Learner learner,
            ConversationId id,
            boolean guest,
            String channel,
            String language,
            ZoneId timeZone,
            String module) {}

    TurnTaking(Facts facts, Instant endedAt, String endReason, int lastSequence, int turnCount) {
        this.facts = facts;
        this.endedAt = endedAt;
        this.endReason = endReason;
        this.lastSequence = lastSequence;
        this.turnCount = turnCount;
    }

    /// Whether a turn of this time may still come: after the client's end, only what was said before it (an app that
    /// was offline); an end by silence is taken back by the next turn.
    public boolean takesTurnOf(Instant occurredAt) {
        return !Conversation.BY_CLIENT.equals(endReason) || !occurredAt.isAfter(endedAt);
    }

    /// Takes a turn in: its sequence is the next one.
    public int nextSequence(Instant now) {
        if (Conversation.BY_SILENCE.equals(endReason)) {
            endedAt = null;
            endReason = null;
        }
        lastActivityAt = now;
        turnCount++;
        lastSequence++;
        return lastSequence;
    }

    Conversation.Key key() {
        return new Conversation.Key(facts.learner().tenant(), facts.id().value());
    }

    public Facts facts() {
        return facts;
    }

    public LocalDate localDate(Instant occurredAt) {
        return LocalDate.ofInstant(occurredAt, facts.timeZone());
    }

    Instant endedAt() {
        return endedAt;
    }

    String endReason() {
        return endReason;
    }

    Instant lastActivityAt() {
        return lastActivityAt;
    }

    int lastSequence() {
        return lastSequence;
    }

    int turnCount() {
        return turnCount;
    }
}
