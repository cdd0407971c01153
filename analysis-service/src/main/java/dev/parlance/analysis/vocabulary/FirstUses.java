package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.id.TurnId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where first uses of words lie after uses were added: which turn holds each first use that is new or has moved, and
/// which turns lost theirs to an earlier use that arrived after them.
public final class FirstUses {
    private final Map<WordKey, TurnId> holders = new HashMap<>();
    private final Map<TurnId, Set<WordKey>> lost = new HashMap<>();

    /// A word whose first use is new or has moved.
    ///
    /// @param before the turn that held it; null for a word that is new
    record MovedFirstUse(WordKey key, TurnId before, TurnId now) {}

    FirstUses(Collection<MovedFirstUse> moved) {
        for (MovedFirstUse word : moved) {
            holders.put(word.key(), word.now());
            if (word.before() != null) {
                lost.computeIfAbsent(word.before(), _ -> new HashSet<>()).add(word.key());
            }
        }
    }

    /// Whether this turn, one of those that were added, holds the first use of this word.
    public boolean isFirst(WordKey key, TurnId turn) {
        return turn.equals(holders.get(key));
    }

    /// The words that turns have lost the first use of, by turn.
    public Map<TurnId, Set<WordKey>> lost() {
        return lost;
    }
}
