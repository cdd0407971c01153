package dev.parlance.analysis.turn;

import dev.parlance.analysis.turn.ReplaceAnalyses.ReplacedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.Uses;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The uses of the words that changed with the replaced turns, counted over all turns of the learner, and where the
/// first uses lie after that. All other words keep their first uses.
final class WordRecount {
    private final Learner learner;
    private final Map<TurnId, AnalyzedTurn> replaced = new HashMap<>();
    private final Set<WordKey> words = new HashSet<>();
    private final Uses uses = new Uses();

    /// Of the words that changed, by turns that are not replaced.
    private final Map<TurnId, Set<WordKey>> storedFirstUses = new HashMap<>();

    WordRecount(Learner learner, List<ReplacedTurn> turns) {
        this.learner = learner;
        for (ReplacedTurn turn : turns) {
            replaced.put(turn.stored().turn().turnId(), turn.next());
            addChangedWords(turn.stored(), turn.next());
        }
    }

    private void addChangedWords(AnalyzedTurn stored, AnalyzedTurn next) {
        Set<TextWord> before = withoutFirstUses(stored);
        Set<TextWord> now = withoutFirstUses(next);
        before.stream().filter(word -> !now.contains(word)).forEach(word -> words.add(word.key(learner)));
        now.stream().filter(word -> !before.contains(word)).forEach(word -> words.add(word.key(learner)));
    }

    private static Set<TextWord> withoutFirstUses(AnalyzedTurn turn) {
        return turn.vocabulary().words().stream()
                .map(word -> word.withFirstUse(false))
                .collect(Collectors.toSet());
    }

    /// The words that changed.
    Set<WordKey> words() {
        return words;
    }

    /// All uses of the words that changed, once each stored turn of the learner was [added][#add].
    Uses uses() {
        return uses;
    }

    void add(AnalyzedTurn stored) {
        TurnId id = stored.turn().turnId();
        List<TextWord> counted = replaced.getOrDefault(id, stored).vocabulary().words().stream()
                .filter(word -> words.contains(word.key(learner)))
                .toList();
        uses.add(learner, stored.use(), counted);
        if (!replaced.containsKey(id)) {
            counted.stream().filter(TextWord::firstUse).forEach(word -> storedFirstUses
                    .computeIfAbsent(id, _ -> new HashSet<>())
                    .add(word.key(learner)));
        }
    }

    /// Whether a word has its first use in this turn from now on.
    Predicate<WordKey> firstUsesOf(AnalyzedTurn stored) {
        TurnId id = stored.turn().turnId();
        Set<WordKey> before = stored.firstUses();
        return key -> words.contains(key) ? id.equals(uses.firstTurn(key)) : before.contains(key);
    }

    /// Turns, other than those replaced, that gain or lose a first use.
    Set<TurnId> otherTurnsWithMovedFirstUses() {
        Set<TurnId> moved = new HashSet<>();
        storedFirstUses.forEach((id, keys) -> {
            if (!keys.stream().allMatch(key -> id.equals(uses.firstTurn(key)))) {
                moved.add(id);
            }
        });
        for (WordKey key : words) {
            TurnId first = uses.firstTurn(key);
            if (first != null && !replaced.containsKey(first) && !holdsFirstUse(first, key)) {
                moved.add(first);
            }
        }
        return moved;
    }

    private boolean holdsFirstUse(TurnId turn, WordKey key) {
        return storedFirstUses.getOrDefault(turn, Set.of()).contains(key);
    }
}
