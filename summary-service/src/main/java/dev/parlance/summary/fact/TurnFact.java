package dev.parlance.summary.fact;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.id.Learner;
import dev.parlance.summary.Counts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// A row of `turn_fact`: what one turn adds to its day. A turn whose analysis failed is a fact, too, and counts.
///
/// @param module     null if the conversation has none
/// @param durationMs null if the client sent none
/// @param newWords   how many words the learner used for the first time ever
/// @param words      hashes of the learner's words, each once
@SuppressWarnings("ArrayRecordComponent") // passed to the driver, never compared
public record TurnFact(
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

    /// The same fact as [DayFacts] reads it.
    DayFact toDayFact() {
        return new DayFact(
                conversationId,
                sequence,
                Objects.requireNonNullElse(module, Learner.NO_MODULE),
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

    TurnKey key() {
        return new TurnKey(tenant, turnId);
    }

    /// The key of the lock that every transaction takes before it changes this learner's days.
    String learnerKey() {
        return tenant + "/" + learnerId;
    }

    /// The highest revision of each turn, ordered by key: one statement must not contain a key twice, and two
    /// transactions must not lock rows in different orders.
    public static List<TurnFact> latestRevisions(Collection<TurnAnalyzed> turns) {
        SortedMap<TurnKey, TurnAnalyzed> latest = new TreeMap<>();
        for (TurnAnalyzed turn : turns) {
            latest.merge(
                    new TurnKey(turn.tenant(), turn.turnId().value()),
                    turn,
                    (one, other) -> one.revision() >= other.revision() ? one : other);
        }
        return latest.values().stream().map(TurnFact::of).toList();
    }
}
