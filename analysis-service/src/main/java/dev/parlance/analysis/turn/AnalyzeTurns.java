package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.quarantine.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns were recorded: find out what they hold, then remember and tell it. The language work is done before the
/// transaction opens, so that no lock is held over it.
@ApplicationScoped
class AnalyzeTurns {
    private static final int CHARACTERS_AT_ONCE = 250_000;

    private final TextAnalysis analysis;
    private final RememberAnalyses remember;
    private final Clock clock;
    private final Duration patience;

    AnalyzeTurns(TextAnalysis analysis, RememberAnalyses remember, Clock clock, LanguageConfig languages) {
        this.patience = languages.patience();
        this.analysis = analysis;
        this.remember = remember;
        this.clock = clock;
    }

    /// Applies a batch; turns that are known already, as they are or by a later transcript, change nothing. Only the
    /// transaction can tell which those are, so that the language work for them is lost: they are rare.
    ///
    /// A batch with much text is remembered in several transactions, so that what is found in it never fills the
    /// memory. One that breaks off between two of them is delivered again.
    void apply(List<RecordedTurn> turns, List<Unread> unread) {
        List<RecordedTurn> part = new ArrayList<>();
        int characters = 0;
        for (RecordedTurn turn : eachOnce(turns)) {
            part.add(turn);
            characters += turn.characters();
            if (characters >= CHARACTERS_AT_ONCE) {
                remember(part, List.of());
                part.clear();
                characters = 0;
            }
        }
        if (!part.isEmpty() || !unread.isEmpty()) {
            remember(part, unread);
        }
    }

    private record Identity(String tenant, TurnId turn) {}

    /// Of what a batch says of one turn the last transcript counts, whatever came first.
    private static Collection<RecordedTurn> eachOnce(List<RecordedTurn> turns) {
        Map<Identity, RecordedTurn> each = LinkedHashMap.newLinkedHashMap(turns.size());
        for (RecordedTurn turn : turns) {
            each.merge(
                    new Identity(turn.turn().tenant(), turn.turn().turnId()),
                    turn,
                    (one, other) -> other.transcript() > one.transcript() ? other : one);
        }
        return each.values();
    }

    private void remember(List<RecordedTurn> part, List<Unread> unread) {
        List<AnalyzedTurn> analyzed = new ArrayList<>(part.size());
        Set<TurnId> again = new HashSet<>();
        for (RecordedTurn recorded : part) {
            TurnRecorded turn = recorded.turn();
            Instant now = clock.instant();
            analyzed.add(new AnalyzedTurn(
                    turn,
                    recorded.json(),
                    recorded.transcript(),
                    analysis.analyze(turn, patience),
                    0,
                    now,
                    now,
                    recorded.cause()));
            if (recorded.again()) {
                again.add(turn.turnId());
            }
        }
        remember.firstTime(analyzed, again, unread);
    }
}
