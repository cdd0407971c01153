package dev.parlance.summary.day;

import com.github.benmanes.caffeine.cache.Interner;
import dev.parlance.summary.Counts;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// What one turn adds to its day and to its module.
///
/// @param module `none` where the turn has none
/// @param words  hashes of the learner's words, each once
@SuppressWarnings("ArrayRecordComponent") // read to be added up, never compared
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

    /// Of few different texts many facts are kept ([RecentFacts]).
    private static final Interner<String> TEXTS = Interner.newWeakInterner();

    public DayFact {
        module = TEXTS.intern(module);
        channel = TEXTS.intern(channel);
        timeZone = TEXTS.intern(timeZone);
    }

    /// As the turns were said; conversations at the same instant by the text of their ids, as everywhere in
    /// Parlance.
    static final Comparator<DayFact> AS_SAID = Comparator.comparing(DayFact::occurredAt)
            .thenComparing(fact -> fact.conversationId().toString())
            .thenComparing(DayFact::sequence);
}
