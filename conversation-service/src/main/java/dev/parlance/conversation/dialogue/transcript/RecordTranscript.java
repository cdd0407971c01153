package dev.parlance.conversation.dialogue.transcript;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.turn.EventTooLarge;
import dev.parlance.conversation.dialogue.turn.PublishedTurns;
import dev.parlance.conversation.dialogue.turn.Transcript;
import dev.parlance.conversation.dialogue.turn.Turn;
import dev.parlance.conversation.dialogue.turn.TurnView;
import dev.parlance.conversation.dialogue.turn.Turns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Stores the transcript of a turn and publishes its event in one transaction. The same transcript again changes
/// nothing; a different one replaces it under a greater revision.
@ApplicationScoped
public class RecordTranscript {
    private final Turns turns;
    private final SpeechDuration speechDuration;
    private final PublishedTurns publishedTurns;
    private final Outbox outbox;
    private final Clock clock;

    RecordTranscript(
            Turns turns, SpeechDuration speechDuration, PublishedTurns publishedTurns, Outbox outbox, Clock clock) {
        this.turns = turns;
        this.speechDuration = speechDuration;
        this.publishedTurns = publishedTurns;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param turn      with its present transcript
    /// @param isFirst   whether the turn had no transcript before
    /// @param isChanged whether the transcript is new or different, and its event was published
    public record TranscriptOutcome(TurnView turn, boolean isFirst, boolean isChanged) {}

    /// @param traceparent the header of the request; null if it has none
    /// @throws UnknownTurn if this conversation has no such turn
    /// @throws dev.parlance.kit.problem.DomainProblem if the transcript is invalid
    @Transactional
    public TranscriptOutcome record(
            String tenant, ConversationId conversation, TurnId id, NewTranscript sent, String traceparent) {
        sent.validate();
        Turn turn = turns.findForUpdate(tenant, conversation, id).orElseThrow(() -> new UnknownTurn(id.toString()));
        Transcript before = turn.transcript();
        Instant now = clock.instant();
        Transcript next = sent.toTranscript(turn, Revision.after(before == null ? 0 : before.revision(), now), now);
        if (before != null && before.hasSameContent(next)) {
            return new TranscriptOutcome(TurnView.of(turn), false, false);
        }
        turns.updateTranscript(turn.key(), next, speechDuration.findMillis(tenant, id));
        OutboxRecord event = publishedTurns.getTranscribedEvent(turn.key());
        if (EventTooLarge.isExceededBy(event)) {
            throw new EventTooLarge();
        }
        outbox.append(List.of(event.inTraceOf(traceparent)));
        return new TranscriptOutcome(TurnView.of(turn.withTranscript(next)), before == null, true);
    }
}
