package dev.parlance.analysis.vocabulary;

import java.time.Instant;

/// A word that a learner has used.
///
/// @param display how it is shown, taken from the first use, so that it does not depend on what arrived first
/// @param band    of frequency; null where nothing tells
/// @param count   uses by the learner
/// @param first   the learner's first use
public record KnownWord(
        WordKey key,
        String display,
        String surface,
        String level,
        Integer band,
        int count,
        Use first,
        Instant lastSeenAt) {

    public static KnownWord of(WordKey key, UsedWord word, Use use) {
        return new KnownWord(
                key, word.display(), word.surface(), word.level(), word.band(), word.count(), use, use.occurredAt());
    }

    /// The word with a use more; an earlier one takes the first use over.
    public KnownWord with(UsedWord word, Use use) {
        KnownWord earlier = use.compareTo(first) < 0 ? of(key, word, use) : this;
        Instant last = use.occurredAt().isAfter(lastSeenAt) ? use.occurredAt() : lastSeenAt;
        return new KnownWord(
                key,
                earlier.display,
                earlier.surface,
                earlier.level,
                earlier.band,
                count + word.count(),
                earlier.first,
                last);
    }
}
