package dev.parlance.analysis.vocabulary;

import java.time.Instant;

/// A word that a learner has used.
///
/// @param display the form to show, of the first use, so that it does not depend on the order of arrival
/// @param band    of frequency; null where no data tells
/// @param count   uses by the learner, at most 2^31 - 1
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

    public static KnownWord of(WordKey key, TextWord word, Use use) {
        return new KnownWord(
                key, word.display(), word.surface(), word.level(), word.band(), word.count(), use, use.occurredAt());
    }

    /// The word with one more use, which becomes the first if it was earlier.
    public KnownWord with(TextWord word, Use use) {
        KnownWord earlier = use.compareTo(first) < 0 ? of(key, word, use) : this;
        Instant last = use.occurredAt().isAfter(lastSeenAt) ? use.occurredAt() : lastSeenAt;
        return new KnownWord(
                key,
                earlier.display,
                earlier.surface,
                earlier.level,
                earlier.band,
                (int) Math.min((long) count + word.count(), Integer.MAX_VALUE),
                earlier.first,
                last);
    }
}
