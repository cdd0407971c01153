package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/// It has become known how long a learner spoke: a turn whose transcript has stood there without that is announced
/// once more, under a greater revision, so that its day is the same as if the sound had come first.
@ApplicationScoped
public class TimeTranscript {
    private final Turns turns;
    private final RecordedTurns recorded;
    private final Outbox outbox;
    private final Clock clock;

    TimeTranscript(Turns turns, RecordedTurns recorded, Outbox outbox, Clock clock) {
        this.turns = turns;
        this.recorded = recorded;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Looks at the turn's sound, as it stands in the caller's transaction. A turn without a transcript takes the
    /// duration along when it gets one.
    @Transactional(TxType.MANDATORY)
    public void time(String tenant, ConversationId conversation, TurnId id) {
        Turn turn = turns.locked(tenant, conversation, id).orElseThrow(() -> new UnknownTurn(id.toString()));
        Transcript heard = turn.transcript();
        if (heard != null && turns.time(turn.key(), Revision.after(heard.revision(), clock.instant()))) {
            outbox.append(List.of(
                    recorded.byId(tenant, List.of(id)).getFirst().events().getLast()));
        }
    }
}
