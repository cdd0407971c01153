package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Works out what new uses make of the words known so far: which turn holds each first use now, and which turn has
/// lost one because an earlier use arrived after it. Pure: the same set of turns gives the same answer in any order.
public final class FirstUses {
    private final Map<WordKey, KnownWord> before;
    private final Map<WordKey, KnownWord> after = new HashMap<>();

    /// @param before what is known of every word that is going to be added
    public FirstUses(Collection<KnownWord> before) {
        this.before = new HashMap<>();
        before.forEach(word -> this.before.put(word.key(), word));
    }

    public void add(Learner learner, Use use, Collection<UsedWord> words) {
        for (UsedWord word : words) {
            WordKey key = word.key(learner);
            KnownWord known = after.getOrDefault(key, before.get(key));
            after.put(key, known == null ? KnownWord.of(key, word, use) : known.with(word, use));
        }
    }

    /// The words that were added to, as they are now.
    public Collection<KnownWord> words() {
        return after.values();
    }

    /// Whether this turn holds the first use of this word now.
    public boolean isFirst(WordKey key, TurnId turn) {
        KnownWord word = after.get(key);
        return word != null && word.first().turnId().equals(turn);
    }

    /// Turns that held a first use before and do not any more, with the words that they have lost.
    public Map<TurnId, Set<WordKey>> lost() {
        Map<TurnId, Set<WordKey>> lost = new HashMap<>();
        after.forEach((key, now) -> {
            KnownWord then = before.get(key);
            if (then != null && !then.first().turnId().equals(now.first().turnId())) {
                lost.computeIfAbsent(then.first().turnId(), _ -> new HashSet<>())
                        .add(key);
            }
        });
        return lost;
    }
}
