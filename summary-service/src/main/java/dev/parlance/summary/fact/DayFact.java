package dev.parlance.summary.fact;

import com.github.benmanes.caffeine.cache.Interner;
import dev.parlance.summary.Counts;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// What one turn adds to its day and to its module.
///
/// @param module `none` if the turn has none
/// @param words  hashes of the learner's words, each once
@SuppressWarnings("ArrayRecordComponent") // summed, never compared
public record DayFact(
        UUID conversationId,
        int sequence,
        String module,
        String channel,
        String timeZone,
        Instant occurredAt,
        int learnerWords,
        int replyWords,
        int sentences,
        int durationMs,
        int newWords,
        long[] words,
        Counts highlights) {

    /// Many facts are cached, and these texts have few distinct values.
    private static final Interner<String> INTERNED_TEXTS = Interner.newWeakInterner();

    public DayFact {
        module = INTERNED_TEXTS.intern(module);
        channel = INTERNED_TEXTS.intern(channel);
        timeZone = INTERNED_TEXTS.intern(timeZone);
    }

    /// By time; at the same instant by the text of the conversation's id, as everywhere in Parlance, then by sequence.
    public static final Comparator<DayFact> CHRONOLOGICAL = Comparator.comparing(DayFact::occurredAt)
            .thenComparing(fact -> fact.conversationId().toString())
            .thenComparing(DayFact::sequence);
}
