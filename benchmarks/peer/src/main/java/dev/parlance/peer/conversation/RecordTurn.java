package dev.parlance.peer.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Stores a turn and announces it, or does neither.
@Service
class RecordTurn {
    private final Conversations conversations;
    private final Turns turns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordTurn(Conversations conversations, Turns turns, ApplicationEventPublisher events, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.events = events;
        this.clock = clock;
    }

    /// What became of a turn that a client sent.
    sealed interface Outcome {
        record Recorded(Turn turn) implements Outcome {}

        record Known(Turn turn) implements Outcome {}

        record Differs() implements Outcome {}

        record NoConversation() implements Outcome {}
    }

    @Transactional
    Outcome record(UUID conversationId, UUID turnId, NewTurn said) {
        Optional<Conversation> locked = conversations.findWithLockById(conversationId);
        if (locked.isEmpty()) {
            return new Outcome.NoConversation();
        }
        Optional<Turn> known = turns.findById(turnId);
        if (known.isPresent()) {
            return known.get().matches(conversationId, said) ? new Outcome.Known(known.get()) : new Outcome.Differs();
        }
        Conversation conversation = locked.get();
        Turn turn = turns.save(conversation.nextTurn(turnId, said, now()));
        events.publishEvent(conversation.turnRecorded(turn));
        return new Outcome.Recorded(turn);
    }

    /// As fine as PostgreSQL keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
