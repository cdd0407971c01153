package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The words of turns that are stored together, each once, as if their learners had no other turns. The same set of
/// turns gives the same words in any order.
public final class Uses {
    private final Map<WordKey, KnownWord> words = new HashMap<>();

    public void add(Learner learner, Use use, Collection<TextWord> used) {
        for (TextWord word : used) {
            words.compute(
                    word.key(learner),
                    (key, known) -> known == null ? KnownWord.of(key, word, use) : known.with(word, use));
        }
    }

    /// The turn of a word's first use; null for a word without any.
    public TurnId firstTurn(WordKey key) {
        KnownWord word = words.get(key);
        return word == null ? null : word.first().turnId();
    }

    Collection<KnownWord> words() {
        return words.values();
    }
}
