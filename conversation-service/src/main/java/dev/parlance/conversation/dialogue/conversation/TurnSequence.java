package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.contract.event.ConversationEvent.ConversationEnded;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The part of a conversation that turns and ends change: the last sequence, the last activity and the end, with the
/// attributes that a turn needs. Recording a turn loads this part only, under the conversation's row lock. All rules
/// on activity and ends are here; they run on the service's own clock, whatever instants the client sends.
public final class TurnSequence {
    /// A conversation counts as active for this long after its start or its last turn.
    static final Duration ACTIVE_TIMEOUT = Duration.ofMinutes(5);
    /// After this long without a turn it ends by itself.
    static final Duration IDLE_TIMEOUT = Duration.ofMinutes(30);

    private static final String END_REASON_CLIENT = "client";
    private static final String END_REASON_IDLE = "idle";

    private final ConversationAttributes attributes;
    private Instant endedAt;
    private String endReason;
    private Instant lastActivityAt;
    private int lastSequence;
    private int turnCount;

    /// What no turn changes.
    public record ConversationAttributes(
            Learner learner,
            ConversationId id,
            boolean guest,
            String channel,
            String language,
            ZoneId timeZone,
            String module) {}

    TurnSequence(
            ConversationAttributes attributes,
            Instant endedAt,
            String endReason,
            Instant lastActivityAt,
            int lastSequence,
            int turnCount) {
        this.attributes = attributes;
        this.endedAt = endedAt;
        this.endReason = endReason;
        this.lastActivityAt = lastActivityAt;
        this.lastSequence = lastSequence;
        this.turnCount = turnCount;
    }

    /// A conversation that begins now, without turns.
    static TurnSequence first(ConversationAttributes attributes, Instant now) {
        return new TurnSequence(attributes, null, null, now, 0, 0);
    }

    /// Whether a turn of this time may still be recorded: after the client's end only one that occurred before it (an
    /// app that was offline). An end by idleness does not count, because the next turn reopens the conversation.
    public boolean accepts(Instant occurredAt) {
        return !END_REASON_CLIENT.equals(endReason) || !occurredAt.isAfter(endedAt);
    }

    /// The sequence of the next turn.
    public int nextSequence() {
        return lastSequence + 1;
    }

    /// Counts one more turn, recorded now, and reopens a conversation that had ended by idleness.
    public void recordTurn(Instant now) {
        if (END_REASON_IDLE.equals(endReason)) {
            endedAt = null;
            endReason = null;
        }
        lastActivityAt = now;
        turnCount++;
        lastSequence++;
    }

    /// Ends the conversation at the client's request.
    ///
    /// @return the event; empty if the client had ended it before, then nothing changes
    Optional<ConversationEnded> endByClient(Instant at) {
        return END_REASON_CLIENT.equals(endReason) ? Optional.empty() : end(at, END_REASON_CLIENT);
    }

    /// Ends the conversation if it is open and has had no turn for [#IDLE_TIMEOUT].
    Optional<ConversationEnded> endIfIdle(Instant now) {
        Instant idleAt = lastActivityAt.plus(IDLE_TIMEOUT);
        return endedAt != null || idleAt.isAfter(now) ? Optional.empty() : end(idleAt, END_REASON_IDLE);
    }

    private Optional<ConversationEnded> end(Instant at, String reason) {
        endedAt = at;
        endReason = reason;
        return endedEvent();
    }

    /// The event of its present end, with the number of its turns so far; empty while it is open.
    public Optional<ConversationEnded> endedEvent() {
        Learner learner = attributes.learner();
        return endedAt == null
                ? Optional.empty()
                : Optional.of(new ConversationEnded(
                        learner.tenant(), learner.id(), attributes.id(), endedAt, endReason, turnCount));
    }

    boolean isActive(Instant now) {
        return endedAt == null && lastActivityAt.plus(ACTIVE_TIMEOUT).isAfter(now);
    }

    public Conversation.Key key() {
        return new Conversation.Key(
                attributes.learner().tenant(), attributes.id().value());
    }

    public ConversationAttributes attributes() {
        return attributes;
    }

    public LocalDate localDate(Instant occurredAt) {
        return LocalDate.ofInstant(occurredAt, attributes.timeZone());
    }

    Instant endedAt() {
        return endedAt;
    }

    String endReason() {
        return endReason;
    }

    public Instant lastActivityAt() {
        return lastActivityAt;
    }

    int lastSequence() {
        return lastSequence;
    }

    public int turnCount() {
        return turnCount;
    }
}
