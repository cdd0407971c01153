package dev.parlance.analysis.operations.reanalysis;

import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.turn.RenewAnalyses;
import dev.parlance.analysis.turn.RenewAnalyses.Renewal;
import dev.parlance.analysis.turn.RenewAnalyses.RenewedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.analysis.turn.store.LearnerTurns;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Analyses turns again that other than the current versions have analysed, learner by learner.
@ApplicationScoped
public class ReanalyzeTurns {
    private final AnalyzedTurns turns;
    private final LearnerTurns learnerTurns;
    private final TextAnalysis analysis;
    private final RenewAnalyses renewAnalyses;

    ReanalyzeTurns(AnalyzedTurns turns, LearnerTurns learnerTurns, TextAnalysis analysis, RenewAnalyses renewAnalyses) {
        this.turns = turns;
        this.learnerTurns = learnerTurns;
        this.analysis = analysis;
        this.renewAnalyses = renewAnalyses;
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
        Renewal renewal = renewAnalyses.renew(
                learner, some, turn -> Optional.of(analysis.analyze(turn.turn(), TextAnalysis.LANGUAGE_LOAD_TIMEOUT))
                        .filter(now -> !now.provisional()));
        Map<String, Integer> words = new TreeMap<>();
        for (RenewedTurn turn : renewal.renewed()) {
            WordChange.between(turn.before().analysis(), turn.now())
                    .forEach((change, uses) -> words.merge(change, uses, Integer::sum));
        }
        return new Outcome(some.size(), some.size() - renewal.renewed().size(), renewal.changed(), words);
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
