package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.TurnId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where first uses of words lie once more uses are known: which turn holds each that has come or moved, and which
/// turns have lost theirs to an earlier use that arrived after them.
public final class FirstUses {
    private final Map<WordKey, TurnId> holders = new HashMap<>();
    private final Map<TurnId, Set<WordKey>> lost = new HashMap<>();

    /// A word whose first use is not what it was.
    ///
    /// @param before the turn that held it; null for a word that is new
    record Moved(WordKey key, TurnId before, TurnId now) {}

    FirstUses(Collection<Moved> moved) {
        for (Moved word : moved) {
            holders.put(word.key(), word.now());
            if (word.before() != null) {
                lost.computeIfAbsent(word.before(), _ -> new HashSet<>()).add(word.key());
            }
        }
    }

    /// Whether this turn, one of those that were added, holds the first use of this word now.
    public boolean isFirst(WordKey key, TurnId turn) {
        return turn.equals(holders.get(key));
    }

    /// Turns that held a first use before and do not any more, with the words that they have lost.
    public Map<TurnId, Set<WordKey>> lost() {
        return lost;
    }
}
