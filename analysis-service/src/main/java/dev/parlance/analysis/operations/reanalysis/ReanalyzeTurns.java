package dev.parlance.analysis.operations.reanalysis;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.turn.ReplaceAnalyses;
import dev.parlance.analysis.turn.ReplaceAnalyses.Replacement;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.analysis.turn.store.LearnerTurns;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Analyses turns again that other than the current versions have analysed, learner by learner. The language work is
/// done before a transaction opens.
@ApplicationScoped
public class ReanalyzeTurns {
    private final AnalyzedTurns turns;
    private final LearnerTurns learnerTurns;
    private final TextAnalysis analysis;
    private final ReplaceAnalyses replaceAnalyses;

    ReanalyzeTurns(
            AnalyzedTurns turns, LearnerTurns learnerTurns, TextAnalysis analysis, ReplaceAnalyses replaceAnalyses) {
        this.turns = turns;
        this.learnerTurns = learnerTurns;
        this.analysis = analysis;
        this.replaceAnalyses = replaceAnalyses;
    }

    /// Which turns; null: no limit.
    ///
    /// @param from of `occurredAt`, inclusive
    /// @param to   exclusive
    public record Period(Instant from, Instant to) {}

    /// @param turns   that were analysed again, or skipped because their language could not be loaded
    /// @param skipped how many of them were skipped
    /// @param changed how many of them, and of turns that share their words, have other content now
    /// @param words   the changes of words, such as `en:goes → en:go`, and how many uses each concerns
    public record Outcome(int turns, int skipped, int changed, Map<String, Integer> words) {
        public static final Outcome NONE = new Outcome(0, 0, 0, Map.of());

        public Outcome plus(Outcome more) {
            Map<String, Integer> all = new TreeMap<>(words);
            more.words.forEach((change, uses) -> all.merge(change, uses, Integer::sum));
            return new Outcome(turns + more.turns, skipped + more.skipped, changed + more.changed, all);
        }
    }

    /// The next learner by tenant and id; empty after the last.
    public Optional<Learner> findNextLearner(String tenant, String learnerId) {
        return learnerTurns.findNextLearner(tenant, learnerId);
    }

    /// The next learners, by tenant and id, with turns that only the fallback rules have read.
    public List<Learner> findLearnersWithProvisionalTurns(String tenant, String learnerId, int limit) {
        return learnerTurns.findLearnersWithProvisionalTurns(tenant, learnerId, limit);
    }

    /// The learner's turns that only the fallback rules have read, by `occurredAt`.
    public List<TurnId> findProvisional(Learner learner) {
        return learnerTurns.findProvisional(learner);
    }

    /// The learner's turns that other than the current versions have analysed, by `occurredAt`.
    public List<TurnId> findOutdated(Learner learner, Period period) {
        return learnerTurns.findOutdated(learner, analysis.versions(), period.from(), period.to());
    }

    /// How many turns are outdated. Fails where counting takes too long.
    ///
    /// @param tenant    null for every tenant
    /// @param learnerId null for every learner
    public long countOutdated(String tenant, String learnerId, Period period) {
        return learnerTurns.countOutdated(tenant, learnerId, analysis.versions(), period.from(), period.to());
    }

    /// Analyses some of a learner's turns again and stores the result. A turn whose language cannot be loaded stays as
    /// it is.
    public Outcome reanalyze(Learner learner, List<TurnId> some) {
        Map<TurnId, Replacement> replacements = new HashMap<>();
        Map<String, Integer> words = new TreeMap<>();
        for (AnalyzedTurn turn : turns.find(learner.tenant(), some)) {
            Analysis now = analysis.analyze(turn.turn(), TextAnalysis.LANGUAGE_LOAD_TIMEOUT);
            if (!now.provisional()) {
                replacements.put(turn.turn().turnId(), Replacement.reanalyzed(turn, now));
                WordChange.between(turn.analysis(), now)
                        .forEach((change, uses) -> words.merge(change, uses, Integer::sum));
            }
        }
        return new Outcome(
                some.size(), some.size() - replacements.size(), replaceAnalyses.replace(learner, replacements), words);
    }

    /// What [#reanalyze] would change; nothing is written.
    public Outcome preview(Learner learner, List<TurnId> some) {
        int changed = 0;
        Map<String, Integer> words = new TreeMap<>();
        for (AnalyzedTurn turn : turns.find(learner.tenant(), some)) {
            Map<String, Integer> changes = WordChange.between(
                    turn.analysis(), analysis.analyze(turn.turn(), TextAnalysis.LANGUAGE_LOAD_TIMEOUT));
            changed += changes.isEmpty() ? 0 : 1;
            changes.forEach((change, uses) -> words.merge(change, uses, Integer::sum));
        }
        return new Outcome(some.size(), 0, changed, words);
    }
}
