package dev.parlance.summary.fact;

import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.summary.Counts;
import dev.parlance.summary.day.DayFact;
import dev.parlance.summary.day.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What one turn adds to its day. A turn whose analysis failed is a fact too: it was said, and it counts.
///
/// @param module     null where the conversation has none
/// @param durationMs null where the client did not say
/// @param newWords   words that the learner used for the first time ever
/// @param words      hashes of the learner's words, each once
@SuppressWarnings("ArrayRecordComponent") // carried to the driver, never compared
record TurnFact(
        String tenant,
        UUID turnId,
        String learnerId,
        LocalDate date,
        UUID conversationId,
        int sequence,
        long revision,
        String module,
        String channel,
        String timeZone,
        Instant occurredAt,
        int learnerWords,
        int replyWords,
        int sentences,
        Integer durationMs,
        int newWords,
        long[] words,
        Counts highlights) {

    private record Key(String tenant, UUID turnId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTenant = tenant.compareTo(other.tenant);
            return byTenant == 0 ? turnId.compareTo(other.turnId) : byTenant;
        }
    }

    static TurnFact of(TurnAnalyzed turn) {
        int newWords = 0;
        for (Word word : turn.words()) {
            newWords += word.firstUse() ? 1 : 0;
        }
        return new TurnFact(
                turn.tenant(),
                turn.turnId().value(),
                turn.learnerId(),
                turn.localDate(),
                turn.conversationId().value(),
                turn.sequence(),
                turn.revision(),
                turn.module(),
                turn.channel(),
                turn.timeZone(),
                turn.occurredAt(),
                turn.learnerWords(),
                turn.replyWords(),
                turn.sentences(),
                turn.durationMs(),
                newWords,
                WordHashes.of(turn.language(), turn.words()),
                Counts.of(turn.highlights().stream().map(Highlight::type).toList()));
    }

    /// The same as its day reads it.
    DayFact ofDay() {
        return new DayFact(
                conversationId,
                sequence,
                Objects.requireNonNullElse(module, Place.NO_MODULE),
                channel,
                timeZone,
                occurredAt,
                learnerWords,
                replyWords,
                sentences,
                Objects.requireNonNullElse(durationMs, 0),
                newWords,
                words,
                highlights);
    }

    /// The learner's own key, under which all that changes the learner's days is locked.
    String learner() {
        return tenant + "/" + learnerId;
    }

    /// Each turn once, in its highest revision, ordered by its key: one statement must not hold a key twice, and two
    /// writers must not lock rows in different orders.
    static List<TurnFact> newestOf(Collection<TurnAnalyzed> turns) {
        SortedMap<Key, TurnAnalyzed> newest = new TreeMap<>();
        for (TurnAnalyzed turn : turns) {
            newest.merge(
                    new Key(turn.tenant(), turn.turnId().value()),
                    turn,
                    (one, other) -> one.revision() >= other.revision() ? one : other);
        }
        return newest.values().stream().map(TurnFact::of).toList();
    }
}
