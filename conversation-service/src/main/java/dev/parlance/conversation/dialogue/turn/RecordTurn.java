package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.conversation.dialogue.conversation.Conversation;
import dev.parlance.conversation.dialogue.conversation.ConversationEnded;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.EventPublisher;
import dev.parlance.conversation.dialogue.conversation.EventPublisher.TracedEvent;
import dev.parlance.conversation.dialogue.conversation.TurnSequence;
import dev.parlance.conversation.dialogue.conversation.UnknownConversation;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Known;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Recorded;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Refused;
import dev.parlance.kit.jdbc.UniqueKeyConflict;
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

    /// Records the turns that can be recorded.
    ///
    /// @return one outcome for each turn of each request, in the order given
    /// @throws UniqueKeyConflict if one of these ids is recorded in another conversation at the same time
    @Transactional
    public List<List<TurnOutcome>> record(List<TurnSubmission> group) {
        Map<Conversation.Key, TurnSequence> sequences = conversations.lockForTurns(
                group.stream().map(TurnSubmission::conversationKey).distinct().toList());
        // Read under the conversations' locks: an earlier request with the same turn has committed by now.
        Map<Turn.Key, Turn> known = turns.find(group.stream()
                .flatMap(submission -> submission.turns().stream().map(submission::turnKey))
                .toList());
        List<TracedTurn> recorded = new ArrayList<>();
        Instant now = clock.instant();
        List<List<TurnOutcome>> outcomes = new ArrayList<>(group.size());
        for (TurnSubmission submission : group) {
            TurnSequence sequence = sequences.get(submission.conversationKey());
            List<TurnOutcome> outcomesOfRequest =
                    new ArrayList<>(submission.turns().size());
            for (NewTurn.SubmittedTurn sent : submission.turns()) {
                TurnOutcome outcome = decide(submission, sequence, known.get(submission.turnKey(sent)), sent, now);
                if (outcome instanceof Recorded(Turn turn)) {
                    known.put(turn.key(), turn);
                    recorded.add(new TracedTurn(turn, submission.traceparent()));
                }
                outcomesOfRequest.add(outcome);
            }
            outcomes.add(outcomesOfRequest);
        }
        store(sequences, recorded);
        return outcomes;
    }

    private static TurnOutcome decide(
            TurnSubmission submission, TurnSequence sequence, Turn known, NewTurn.SubmittedTurn sent, Instant now) {
        if (sequence == null) {
            return new Refused(new UnknownConversation(submission.conversation().toString()));
        }
        if (known != null) {
            return known.hasSameBody(submission.conversation(), sent.hash())
                    ? new Known(known)
                    : new Refused(new TurnDiffers(sent.id().toString()));
        }
        return sequence.accepts(sent.occurredAt(now))
                ? new Recorded(Turn.next(sequence, sent, now))
                : new Refused(new ConversationEnded(submission.conversation().toString()));
    }

    private record TracedTurn(Turn turn, String traceparent) {}

    private void store(Map<Conversation.Key, TurnSequence> sequences, List<TracedTurn> recorded) {
        if (recorded.isEmpty()) {
            return;
        }
        Set<TurnSequence> advanced = new LinkedHashSet<>();
        List<TracedEvent> events = new ArrayList<>(recorded.size());
        for (TracedTurn traced : recorded) {
            TurnSequence sequence = sequences.get(traced.turn().conversationKey());
            advanced.add(sequence);
            events.add(new TracedEvent(traced.turn().recordedEvent(sequence), traced.traceparent()));
        }
        List<Turn> inserted = recorded.stream().map(TracedTurn::turn).toList();
        try {
            turns.insert(inserted, conversations.updatePart(advanced), eventPublisher.insertPart(events));
        } catch (UnableToExecuteStatementException e) {
            throw UniqueKeyConflict.isCauseOf(e) ? new UniqueKeyConflict(e) : e;
        }
    }
}
