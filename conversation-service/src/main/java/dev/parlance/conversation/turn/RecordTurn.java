package dev.parlance.conversation.turn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.conversation.Announcements;
import dev.parlance.conversation.conversation.Conversation;
import dev.parlance.conversation.conversation.ConversationEnded;
import dev.parlance.conversation.conversation.Conversations;
import dev.parlance.conversation.turn.Outcome.Known;
import dev.parlance.conversation.turn.Outcome.Recorded;
import dev.parlance.conversation.turn.Outcome.Refused;
import dev.parlance.kit.problem.DomainProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Something was said: give it its place in the conversation, remember it and announce it, or do none of it.
/// A turn that cannot be recorded keeps none of its neighbours out.
@ApplicationScoped
class RecordTurn {
    private final Conversations conversations;
    private final Turns turns;
    private final Announcements announcements;
    private final Clock clock;

    RecordTurn(Conversations conversations, Turns turns, Announcements announcements, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// A turn under the id that it was sent with.
    record Sent(TurnId id, NewTurn said) {}

    @Transactional
    Outcome record(String tenant, ConversationId id, Sent sent) {
        return record(tenant, id, List.of(sent)).getFirst();
    }

    /// Records what can be recorded, in this order; one outcome for each that was sent.
    ///
    /// @throws dev.parlance.conversation.conversation.UnknownConversation if there is no such conversation
    @Transactional
    List<Outcome> record(String tenant, ConversationId id, List<Sent> sent) {
        Conversation conversation = conversations.locked(tenant, id);
        // Read under the conversation's lock: a repetition that was on its way has committed by now.
        Map<TurnId, Turn> known =
                new HashMap<>(turns.byId(tenant, sent.stream().map(Sent::id).toList()));
        Instant now = clock.instant();
        List<Outcome> outcomes = new ArrayList<>(sent.size());
        List<Turn> fresh = new ArrayList<>(sent.size());
        for (Sent one : sent) {
            Outcome outcome = decide(conversation, known.get(one.id()), one, now);
            if (outcome instanceof Recorded(Turn turn)) {
                known.put(turn.id(), turn);
                fresh.add(turn);
            }
            outcomes.add(outcome);
        }
        return store(tenant, conversation, fresh, outcomes);
    }

    private static Outcome decide(Conversation conversation, Turn known, Sent sent, Instant now) {
        try {
            byte[] hash = sent.said().hash();
            if (known != null) {
                return known.says(conversation.id(), hash)
                        ? new Known(known)
                        : new Refused(new TurnDiffers(sent.id().toString()));
            }
            NewTurn said = sent.said().checked(now);
            Instant occurredAt = said.occurredAt() == null ? now : said.occurredAt();
            return conversation.takesTurnOf(occurredAt)
                    ? new Recorded(Turn.next(conversation, sent.id(), said, hash, now))
                    : new Refused(new ConversationEnded(conversation.id().toString()));
        } catch (DomainProblem refusal) {
            return new Refused(refusal);
        }
    }

    private List<Outcome> store(String tenant, Conversation conversation, List<Turn> fresh, List<Outcome> outcomes) {
        if (fresh.isEmpty()) {
            return outcomes;
        }
        // A turn that another conversation has taken under the same id a moment ago is not stored here.
        Set<TurnId> stored = turns.add(tenant, fresh);
        conversation.count(stored.size());
        announcements.announce(fresh.stream()
                .filter(turn -> stored.contains(turn.id()))
                .map(turn -> turn.recorded(conversation, JsonNodeFactory.instance.objectNode()))
                .toList());
        outcomes.replaceAll(outcome -> switch (outcome) {
            case Recorded(Turn turn)
            when !stored.contains(turn.id()) ->
                new Refused(new TurnDiffers(turn.id().toString()));
            case Recorded _, Known _, Refused _ -> outcome;
        });
        return outcomes;
    }
}
