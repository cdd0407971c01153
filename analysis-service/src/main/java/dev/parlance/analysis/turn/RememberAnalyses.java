package dev.parlance.analysis.turn;

import dev.parlance.analysis.turn.ReplaceAnalyses.Replacement;
import dev.parlance.analysis.vocabulary.FirstUses;
import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.analysis.vocabulary.Uses;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.intake.Duplicates;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns have been analysed: remember words, highlights and jobs and tell it on, in one transaction. Where an
/// earlier first use of a word has come to light, the turn that held it until now loses it and is told on again.
@ApplicationScoped
class RememberAnalyses {
    private final AnalyzedTurns turns;
    private final KnownWords words;
    private final Quarantine quarantine;
    private final ReplaceAnalyses replaceAnalyses;
    private final Announcements announcements;
    private final Duplicates duplicates;
    private final Failpoints failpoints;
    private final Clock clock;

    RememberAnalyses(
            AnalyzedTurns turns,
            KnownWords words,
            Quarantine quarantine,
            ReplaceAnalyses replaceAnalyses,
            Announcements announcements,
            Duplicates duplicates,
            Failpoints failpoints,
            Clock clock) {
        this.turns = turns;
        this.words = words;
        this.quarantine = quarantine;
        this.replaceAnalyses = replaceAnalyses;
        this.announcements = announcements;
        this.duplicates = duplicates;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /// Remembers turns that were not known a moment ago, or not as they were heard since; the others change nothing.
    ///
    /// @param analyzed each turn once
    /// @param again    turns among them whose analysis is told once more where they are known
    @Transactional
    void firstTime(List<AnalyzedTurn> analyzed, Set<TurnId> again, List<Unread> unread) {
        quarantine.setAside(unread);
        turns.lockLearners(
                analyzed.stream().map(turn -> turn.turn().learner().key()).toList());
        byTenant(analyzed).forEach((tenant, all) -> {
            Map<TurnId, Long> known = turns.known(tenant, ids(all));
            List<AnalyzedTurn> fresh = new ArrayList<>();
            Map<TurnId, AnalyzedTurn> heardLater = new HashMap<>();
            for (AnalyzedTurn turn : all) {
                Long transcript = known.get(turn.turn().turnId());
                if (transcript == null) {
                    fresh.add(turn);
                } else if (transcript < turn.transcript()) {
                    heardLater.put(turn.turn().turnId(), turn);
                }
            }
            fresh.addAll(replaced(tenant, heardLater));
            remember(tenant, fresh);
            known.keySet().removeAll(heardLater.keySet());
            duplicates.count("turn", known.size());
            known.keySet().retainAll(again);
            tellAgain(tenant, known.keySet());
        });
    }

    /// Puts turns that were heard later in the place of what is stored of them.
    ///
    /// @return those that held no word of the learner until now: they can be remembered like new ones, and need not
    ///     be counted over all of the learner's turns
    private List<AnalyzedTurn> replaced(String tenant, Map<TurnId, AnalyzedTurn> heardLater) {
        List<AnalyzedTurn> wordless = new ArrayList<>();
        if (heardLater.isEmpty()) {
            return wordless;
        }
        Map<Learner, Map<TurnId, Replacement>> others = new HashMap<>();
        for (AnalyzedTurn stored : turns.find(tenant, heardLater.keySet())) {
            TurnId id = stored.turn().turnId();
            AnalyzedTurn later = heardLater.get(id);
            if (stored.analysis().facts().words().isEmpty()) {
                wordless.add(later.inPlaceOf(stored));
            } else {
                others.computeIfAbsent(stored.turn().learner(), _ -> new HashMap<>())
                        .put(id, Replacement.heard(later, stored));
            }
        }
        others.forEach(replaceAnalyses::replace);
        return wordless;
    }

    private void tellAgain(String tenant, Set<TurnId> known) {
        if (!known.isEmpty()) {
            announcements.announce(
                    turns.find(tenant, known).stream().map(ToldTurn::of).toList());
        }
    }

    private void remember(String tenant, List<AnalyzedTurn> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        var uses = new Uses();
        fresh.forEach(turn -> uses.add(
                turn.turn().learner(), turn.use(), turn.analysis().facts().words()));
        FirstUses firstUses = words.add(tenant, uses);
        List<AnalyzedTurn> changed = withoutLostFirstUses(tenant, firstUses.lost(), now);
        fresh.forEach(turn -> changed.add(
                turn.withFirstUses(key -> firstUses.isFirst(key, turn.turn().turnId()), now)));
        failpoints.pass(Failpoint.MID_BATCH);
        store(tenant, changed);
    }

    private List<AnalyzedTurn> withoutLostFirstUses(String tenant, Map<TurnId, Set<WordKey>> lost, Instant now) {
        List<AnalyzedTurn> changed = new ArrayList<>();
        if (!lost.isEmpty()) {
            for (AnalyzedTurn turn : turns.find(tenant, lost.keySet())) {
                Set<WordKey> kept = turn.firstUses();
                kept.removeAll(lost.get(turn.turn().turnId()));
                changed.add(turn.withFirstUses(kept::contains, now));
            }
        }
        return changed;
    }

    private void store(String tenant, List<AnalyzedTurn> changed) {
        List<ToldTurn> told = changed.stream().map(ToldTurn::of).toList();
        turns.put(tenant, told);
        announcements.announce(told);
    }

    private static Map<String, List<AnalyzedTurn>> byTenant(List<AnalyzedTurn> analyzed) {
        return analyzed.stream()
                .collect(Collectors.groupingBy(turn -> turn.turn().tenant()));
    }

    private static Collection<TurnId> ids(List<AnalyzedTurn> all) {
        return all.stream().map(turn -> turn.turn().turnId()).toList();
    }
}
