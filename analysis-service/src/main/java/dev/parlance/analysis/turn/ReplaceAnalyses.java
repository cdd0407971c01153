package dev.parlance.analysis.turn;

import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.analysis.vocabulary.Uses;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A learner's turns have been analysed again, as they were or as they were heard later: puts what was found now in
/// the place of what was found before, in one transaction. Words that came, went or changed are counted anew over
/// all of the learner's turns, so that nothing remains of the earlier analysis; turns that gain or lose a first use
/// by it are told again, and those that say something else than before.
@ApplicationScoped
class ReplaceAnalyses {
    private final AnalyzedTurns turns;
    private final LearnerTurns learnerTurns;
    private final KnownWords words;
    private final Announcements announcements;
    private final Clock clock;

    ReplaceAnalyses(
            AnalyzedTurns turns,
            LearnerTurns learnerTurns,
            KnownWords words,
            Announcements announcements,
            Clock clock) {
        this.turns = turns;
        this.learnerTurns = learnerTurns;
        this.words = words;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// Turns that have been changed by somebody else meanwhile are left as they are.
    ///
    /// @param fresh what was found in turns of this learner, by turn
    /// @return how many turns say something else now, beside their versions
    @Transactional
    int replace(Learner learner, Map<TurnId, Replacement> fresh) {
        turns.lockLearners(List.of(learner.key()));
        Map<TurnId, AnalyzedTurn> replaced = new HashMap<>();
        Set<WordKey> touched = new HashSet<>();
        for (AnalyzedTurn stored : turns.find(learner.tenant(), fresh.keySet())) {
            TurnId id = stored.turn().turnId();
            Replacement found = fresh.get(id);
            if (stored.revision() == found.revision()) {
                replaced.put(id, stored);
                touched.addAll(differing(stored, found.next().analysis()));
            }
        }
        Recount recount = recount(learner, touched, replaced.keySet(), fresh);
        if (!touched.isEmpty()) {
            words.replace(learner, touched, recount.uses);
        }
        return store(learner, replaced, fresh, touched, recount);
    }

    /// @param next     what takes the turn's place
    /// @param revision of the turn that was read
    /// @param told     even if it says the same as before
    record Replacement(AnalyzedTurn next, long revision, boolean told) {
        /// The same turn, read again.
        static Replacement reread(AnalyzedTurn turn, Analysis now) {
            return new Replacement(turn.with(now), turn.revision(), false);
        }

        /// The same turn as it was heard later.
        static Replacement heard(AnalyzedTurn later, AnalyzedTurn stored) {
            return new Replacement(later.inPlaceOf(stored), stored.revision(), true);
        }
    }

    /// Words whose uses are not what they were.
    private static Set<WordKey> differing(AnalyzedTurn stored, Analysis found) {
        Set<UsedWord> before = plain(stored.analysis());
        Set<UsedWord> now = plain(found);
        Set<WordKey> differing = new HashSet<>();
        Learner learner = stored.turn().learner();
        before.stream().filter(word -> !now.contains(word)).forEach(word -> differing.add(word.key(learner)));
        now.stream().filter(word -> !before.contains(word)).forEach(word -> differing.add(word.key(learner)));
        return differing;
    }

    private static Set<UsedWord> plain(Analysis analysis) {
        Set<UsedWord> plain = new HashSet<>();
        analysis.facts().words().forEach(word -> plain.add(word.withFirstUse(false)));
        return plain;
    }

    /// @param uses   of the touched words, over all turns
    /// @param claims which turns, other than those replaced, hold their first uses as far as they know
    private record Recount(Uses uses, Map<TurnId, Set<WordKey>> claims) {}

    private Recount recount(
            Learner learner, Set<WordKey> touched, Set<TurnId> replaced, Map<TurnId, Replacement> fresh) {
        var recount = new Recount(new Uses(), new HashMap<>());
        if (touched.isEmpty()) {
            return recount;
        }
        learnerTurns.each(learner, turn -> {
            TurnId id = turn.turn().turnId();
            Analysis now = replaced.contains(id) ? fresh.get(id).next().analysis() : turn.analysis();
            List<UsedWord> its = now.facts().words().stream()
                    .filter(word -> touched.contains(word.key(learner)))
                    .toList();
            recount.uses.add(learner, turn.use(), its);
            if (!replaced.contains(id)) {
                its.stream().filter(UsedWord::firstUse).forEach(word -> recount.claims
                        .computeIfAbsent(id, _ -> new HashSet<>())
                        .add(word.key(learner)));
            }
        });
        return recount;
    }

    private int store(
            Learner learner,
            Map<TurnId, AnalyzedTurn> replaced,
            Map<TurnId, Replacement> fresh,
            Set<WordKey> touched,
            Recount recount) {
        Instant now = clock.instant();
        List<ToldTurn> rows = new ArrayList<>();
        List<ToldTurn> told = new ArrayList<>();
        replaced.forEach((id, stored) -> {
            Set<WordKey> before = stored.firstUses();
            ToldTurn row = ToldTurn.of(fresh.get(id)
                    .next()
                    .withFirstUses(
                            key -> touched.contains(key)
                                    ? id.equals(recount.uses.firstTurn(key))
                                    : before.contains(key),
                            now));
            rows.add(row);
            if (fresh.get(id).told() || !saysTheSame(row.event(), stored.event())) {
                told.add(row);
            }
        });
        for (AnalyzedTurn other : turns.find(learner.tenant(), moved(touched, replaced.keySet(), recount))) {
            TurnId id = other.turn().turnId();
            Set<WordKey> before = other.firstUses();
            rows.add(ToldTurn.of(other.withFirstUses(
                    key -> touched.contains(key) ? id.equals(recount.uses.firstTurn(key)) : before.contains(key),
                    now)));
            told.add(rows.getLast());
        }
        turns.put(learner.tenant(), rows);
        announcements.announce(told);
        return told.size();
    }

    /// Turns, other than those replaced, that have gained or lost a first use.
    private static Set<TurnId> moved(Set<WordKey> touched, Set<TurnId> replaced, Recount recount) {
        Set<TurnId> moved = new HashSet<>();
        recount.claims.forEach((id, keys) -> {
            if (!keys.stream().allMatch(key -> id.equals(recount.uses.firstTurn(key)))) {
                moved.add(id);
            }
        });
        for (WordKey key : touched) {
            TurnId first = recount.uses.firstTurn(key);
            boolean known = first == null
                    || replaced.contains(first)
                    || recount.claims.getOrDefault(first, Set.of()).contains(key);
            if (!known) {
                moved.add(first);
            }
        }
        return moved;
    }

    private static boolean saysTheSame(TurnAnalyzed one, TurnAnalyzed other) {
        return one.learnerWords() == other.learnerWords()
                && one.replyWords() == other.replyWords()
                && one.sentences() == other.sentences()
                && one.status().equals(other.status())
                && one.words().equals(other.words())
                && one.highlights().equals(other.highlights());
    }
}
