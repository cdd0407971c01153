package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.turn.RecordedTurns.Announced;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// It has become known what a learner said in a turn: put it beside what was recorded and announce it, or do
/// neither. Whoever says it again changes nothing; whoever says it better is heard, under a greater revision.
@ApplicationScoped
public class TranscribeTurn {
    private final Turns turns;
    private final RecordedTurns recorded;
    private final Outbox outbox;
    private final Clock clock;

    TranscribeTurn(Turns turns, RecordedTurns recorded, Outbox outbox, Clock clock) {
        this.turns = turns;
        this.recorded = recorded;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param turn  as it is known now
    /// @param first whether nothing had been heard before
    /// @param news  whether anything has changed, and was announced
    public record Outcome(TurnView turn, boolean first, boolean news) {}

    /// @param cause the `traceparent` of whoever says so; null where it has none
    /// @throws UnknownTurn if this conversation has no such turn
    /// @throws dev.parlance.kit.problem.DomainProblem if the transcript breaks the contract
    @Transactional
    public Outcome transcribe(
            String tenant, ConversationId conversation, TurnId id, NewTranscript heard, String cause) {
        heard.check();
        Turn turn = turns.locked(tenant, conversation, id).orElseThrow(() -> new UnknownTurn(id.toString()));
        Transcript before = turn.transcript();
        Instant now = clock.instant();
        Transcript next = heard.heardIn(turn, Revision.after(before == null ? 0 : before.revision(), now), now);
        if (before != null && before.says(next)) {
            return new Outcome(TurnView.of(turn), false, false);
        }
        turns.transcribe(turn.key(), next);
        List<Announced> told = recorded.byId(tenant, List.of(id));
        OutboxRecord event = told.getFirst().events().getLast();
        outbox.append(List.of(event.causedBy(cause)));
        return new Outcome(TurnView.of(turn.heard(next)), before == null, true);
    }
}
