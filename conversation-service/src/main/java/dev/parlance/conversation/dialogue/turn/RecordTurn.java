package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.conversation.dialogue.conversation.ConversationBusy;
import dev.parlance.conversation.dialogue.conversation.ConversationEnded;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.Conversations.TurnLocks;
import dev.parlance.conversation.dialogue.conversation.EventPublisher;
import dev.parlance.conversation.dialogue.conversation.TurnSequence;
import dev.parlance.conversation.dialogue.conversation.UnknownConversation;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Known;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Recorded;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Refused;
import dev.parlance.kit.jdbc.UniqueKeyConflict;
import dev.parlance.kit.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Records turns: gives each its sequence in the conversation, stores it and publishes its event in one transaction.
/// Requests that arrive together share a transaction, hence a commit; a turn that is refused does not affect the
/// others.
@ApplicationScoped
public class RecordTurn {
    private final Conversations conversations;
    private final Turns turns;
    private final EventPublisher eventPublisher;
    private final Clock clock;

    public RecordTurn(Conversations conversations, Turns turns, EventPublisher eventPublisher, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.eventPublisher = eventPublisher;
        this.clock = clock;
    }

    /// The turns of one request, all of one conversation, in their order.
    ///
    /// @param traceparent the header of the request; null if it has none
    public record TurnSubmission(
            String tenant, ConversationId conversation, List<NewTurn.SubmittedTurn> turns, String traceparent) {
        Conversation.Key conversationKey() {
            return new Conversation.Key(tenant, conversation.value());
        }

        Turn.Key turnKey(NewTurn.SubmittedTurn sent) {
            return new Turn.Key(tenant, sent.id());
        }
    }

    /// Records the turns that can be recorded now: those of a conversation that another transaction has locked are
    /// refused as busy, so that the others need not wait.
    ///
    /// @return one outcome for each turn of each request, in the order given
    /// @throws UniqueKeyConflict if one of these ids is recorded in another conversation at the same time
    @Transactional
    public List<List<TurnOutcome>> record(List<TurnSubmission> group) {
        return record(
                group,
                conversations.tryLockForTurns(group.stream()
                        .map(TurnSubmission::conversationKey)
                        .distinct()
                        .toList()));
    }

    /// Records the turns of one request in the transaction of the caller, and waits for its conversation.
    ///
    /// @return one outcome for each turn
    @Transactional
    public List<TurnOutcome> recordAlone(TurnSubmission submission) {
        return record(List.of(submission), conversations.lockForTurns(submission.conversationKey()))
                .getFirst();
    }

    private List<List<TurnOutcome>> record(List<TurnSubmission> group, TurnLocks locks) {
        // Read under the conversations' locks: an earlier request with the same turn has committed by now.
        Map<Turn.Key, Turn> known = turns.find(group.stream()
                .flatMap(submission -> submission.turns().stream().map(submission::turnKey))
                .toList());
        var recorded = new RecordedTurns(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
        Instant now = clock.instant();
        List<List<TurnOutcome>> outcomes = new ArrayList<>(group.size());
        for (TurnSubmission submission : group) {
            List<TurnOutcome> outcomesOfRequest =
                    new ArrayList<>(submission.turns().size());
            for (NewTurn.SubmittedTurn sent : submission.turns()) {
                TurnOutcome outcome =
                        decide(submission, locks, known.get(submission.turnKey(sent)), sent, now, recorded);
                if (outcome instanceof Recorded(Turn turn)) {
                    known.put(turn.key(), turn);
                }
                outcomesOfRequest.add(outcome);
            }
            outcomes.add(outcomesOfRequest);
        }
        store(recorded);
        return outcomes;
    }

    /// What the transaction stores.
    private record RecordedTurns(List<Turn> turns, List<OutboxRecord> events, Set<TurnSequence> sequences) {}

    private TurnOutcome decide(
            TurnSubmission submission,
            TurnLocks locks,
            Turn known,
            NewTurn.SubmittedTurn sent,
            Instant now,
            RecordedTurns recorded) {
        TurnSequence sequence = locks.sequences().get(submission.conversationKey());
        boolean busy = locks.busy().contains(submission.conversationKey());
        if (sequence == null && !busy) {
            return new Refused(new UnknownConversation(submission.conversation().toString()));
        }
        if (known != null) {
            return known.hasSameBody(submission.conversation(), sent.hash())
                    ? new Known(known)
                    : new Refused(new TurnDiffers(sent.id().toString()));
        }
        if (busy) {
            return new Refused(new ConversationBusy(submission.conversation().toString()));
        }
        return decideNew(submission, sequence, sent, now, recorded);
    }

    private TurnOutcome decideNew(
            TurnSubmission submission,
            TurnSequence sequence,
            NewTurn.SubmittedTurn sent,
            Instant now,
            RecordedTurns recorded) {
        if (!sequence.accepts(sent.occurredAt(now))) {
            return new Refused(new ConversationEnded(submission.conversation().toString()));
        }
        Turn turn = Turn.next(sequence, sent, now);
        OutboxRecord event = eventPublisher.toRecord(turn.recordedEvent(sequence));
        if (EventTooLarge.isExceededBy(event)) {
            return new Refused(new EventTooLarge());
        }
        sequence.recordTurn(now);
        recorded.turns().add(turn);
        recorded.events().add(event.inTraceOf(submission.traceparent()));
        recorded.sequences().add(sequence);
        return new Recorded(turn);
    }

    private void store(RecordedTurns recorded) {
        if (recorded.turns().isEmpty()) {
            return;
        }
        try {
            turns.insert(
                    recorded.turns(),
                    conversations.updatePart(recorded.sequences()),
                    eventPublisher.insertPart(recorded.events()));
        } catch (UnableToExecuteStatementException e) {
            throw UniqueKeyConflict.isCauseOf(e) ? new UniqueKeyConflict(e) : e;
        }
    }
}
