package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationId;
import dev.parlance.conversation.conversation.Announcements;
import dev.parlance.conversation.conversation.Announcements.Caused;
import dev.parlance.conversation.conversation.Conversation;
import dev.parlance.conversation.conversation.ConversationEnded;
import dev.parlance.conversation.conversation.Conversations;
import dev.parlance.conversation.conversation.TurnTaking;
import dev.parlance.conversation.conversation.UnknownConversation;
import dev.parlance.conversation.turn.Outcome.Known;
import dev.parlance.conversation.turn.Outcome.Recorded;
import dev.parlance.conversation.turn.Outcome.Refused;
import dev.parlance.kit.outbox.Write;
import dev.parlance.kit.problem.LostRace;
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

/// Something was said: give it its place in the conversation, remember it and announce it, or do none of it.
/// Requests that arrive together share one transaction, hence one commit; a turn that cannot be recorded keeps none of
/// its neighbours out.
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

    /// What one request says: turns of one conversation, in their order.
    ///
    /// @param cause the request's `traceparent`; null where it had none
    record Said(String tenant, ConversationId conversation, List<NewTurn.Sent> turns, String cause) {
        Conversation.Key place() {
            return new Conversation.Key(tenant, conversation.value());
        }

        Turn.Key key(NewTurn.Sent sent) {
            return new Turn.Key(tenant, sent.id());
        }
    }

    /// Records what can be recorded.
    ///
    /// @return one outcome for each turn of each request, in the order given
    /// @throws LostRace if another conversation takes an id at this moment
    @Transactional
    List<List<Outcome>> record(List<Said> group) {
        Map<Conversation.Key, TurnTaking> places = conversations.takeTurns(
                group.stream().map(Said::place).distinct().toList());
        // Read under the conversations' locks: a repetition that was on its way has committed by now.
        Map<Turn.Key, Turn> known = turns.find(group.stream()
                .flatMap(said -> said.turns().stream().map(said::key))
                .toList());
        List<Fresh> fresh = new ArrayList<>();
        Instant now = clock.instant();
        List<List<Outcome>> outcomes = new ArrayList<>(group.size());
        for (Said said : group) {
            TurnTaking place = places.get(said.place());
            List<Outcome> its = new ArrayList<>(said.turns().size());
            for (NewTurn.Sent sent : said.turns()) {
                Outcome outcome = decide(said, place, known.get(said.key(sent)), sent, now);
                if (outcome instanceof Recorded(Turn turn)) {
                    known.put(turn.key(), turn);
                    fresh.add(new Fresh(turn, said.cause()));
                }
                its.add(outcome);
            }
            outcomes.add(its);
        }
        store(places, fresh);
        return outcomes;
    }

    private static Outcome decide(Said said, TurnTaking place, Turn known, NewTurn.Sent sent, Instant now) {
        if (place == null) {
            return new Refused(new UnknownConversation(said.conversation().toString()));
        }
        if (known != null) {
            return known.says(said.conversation(), sent.hash())
                    ? new Known(known)
                    : new Refused(new TurnDiffers(sent.id().toString()));
        }
        return place.takesTurnOf(sent.occurredAt(now))
                ? new Recorded(Turn.next(place, sent, now))
                : new Refused(new ConversationEnded(said.conversation().toString()));
    }

    private record Fresh(Turn turn, String cause) {}

    private void store(Map<Conversation.Key, TurnTaking> places, List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Set<TurnTaking> moved = new LinkedHashSet<>();
        List<Caused> events = new ArrayList<>(fresh.size());
        for (Fresh one : fresh) {
            TurnTaking place = places.get(one.turn().place());
            moved.add(place);
            events.add(new Caused(one.turn().recorded(place), one.cause()));
        }
        List<Write> writes =
                List.of(turns.insertion(fresh.stream().map(Fresh::turn).toList()), conversations.update(moved));
        try {
            announcements.announceCaused(events, writes);
        } catch (UnableToExecuteStatementException e) {
            throw LostRace.isSeenBy(e) ? new LostRace(e) : e;
        }
    }
}
