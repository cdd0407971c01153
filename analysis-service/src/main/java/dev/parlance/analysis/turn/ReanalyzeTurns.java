package dev.parlance.analysis.turn;

import dev.parlance.analysis.turn.ReplaceAnalyses.Replacement;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Turns of the past that other versions have read than those of now are analysed again, learner by learner. The
/// language work is done before a transaction opens.
@ApplicationScoped
public class ReanalyzeTurns {
    private final AnalyzedTurns turns;
    private final LearnerTurns learnerTurns;
    private final TextAnalysis analysis;
    private final ReplaceAnalyses replace;

    ReanalyzeTurns(AnalyzedTurns turns, LearnerTurns learnerTurns, TextAnalysis analysis, ReplaceAnalyses replace) {
        this.turns = turns;
        this.learnerTurns = learnerTurns;
        this.analysis = analysis;
        this.replace = replace;
    }

    /// Which of a learner's turns; null where they are not narrowed down.
    ///
    /// @param from of `occurredAt`, inclusive
    /// @param to   exclusive
    public record Period(Instant from, Instant to) {}

    /// @param turns   that were analysed again, or left as they are because only a stand-in could have read them now
    /// @param left    how many of them were left
    /// @param changed how many of them, and of turns that share their words, say something else now
    /// @param words   the changes of words, such as `en:goes → en:go`, and how many uses each concerns
    public record Outcome(int turns, int left, int changed, Map<String, Integer> words) {
        public static final Outcome NONE = new Outcome(0, 0, 0, Map.of());

        public Outcome and(Outcome more) {
            Map<String, Integer> all = new TreeMap<>(words);
            more.words.forEach((change, uses) -> all.merge(change, uses, Integer::sum));
            return new Outcome(turns + more.turns, left + more.left, changed + more.changed, all);
        }
    }

    /// The learner behind this one, by tenant and id; empty behind the last.
    public Optional<Learner> learnerAfter(String tenant, String learnerId) {
        return learnerTurns.after(tenant, learnerId);
    }

    /// Learners behind this one with turns that a stand-in has read, by tenant and id.
    public List<Learner> learnersToCatchUpWith(String tenant, String learnerId, int limit) {
        return learnerTurns.withProvisionalTurns(tenant, learnerId, limit);
    }

    /// The learner's turns that a stand-in has read, by when they were said.
    public List<TurnId> readByStandIn(Learner learner) {
        return learnerTurns.provisional(learner);
    }

    /// The learner's turns that others than the versions of now have read, by when they were said.
    public List<TurnId> due(Learner learner, Period period) {
        return learnerTurns.readByOthers(learner, analysis.versions(), period.from(), period.to());
    }

    /// How many turns are due. It fails where that takes too long to find out.
    ///
    /// @param tenant    null for every tenant
    /// @param learnerId null for every learner
    public long countDue(String tenant, String learnerId, Period period) {
        return learnerTurns.countReadByOthers(tenant, learnerId, analysis.versions(), period.from(), period.to());
    }

    /// Analyses some of a learner's turns again, and keeps it. A turn whose language cannot be loaded now stays as
    /// it is.
    public Outcome again(Learner learner, List<TurnId> some) {
        Map<TurnId, Replacement> fresh = new HashMap<>();
        Map<String, Integer> words = new TreeMap<>();
        for (AnalyzedTurn turn : turns.find(learner.tenant(), some)) {
            Analysis now = analysis.analyze(turn.turn(), TextAnalysis.PATIENT);
            if (!now.provisional()) {
                fresh.put(turn.turn().turnId(), Replacement.reread(turn, now));
                WordChange.between(turn.analysis(), now)
                        .forEach((change, uses) -> words.merge(change, uses, Integer::sum));
            }
        }
        return new Outcome(some.size(), some.size() - fresh.size(), replace.replace(learner, fresh), words);
    }

    /// What [#again] would change; nothing is written.
    public Outcome preview(Learner learner, List<TurnId> some) {
        int changed = 0;
        Map<String, Integer> words = new TreeMap<>();
        for (AnalyzedTurn turn : turns.find(learner.tenant(), some)) {
            Map<String, Integer> its =
                    WordChange.between(turn.analysis(), analysis.analyze(turn.turn(), TextAnalysis.PATIENT));
            changed += its.isEmpty() ? 0 : 1;
            its.forEach((change, uses) -> words.merge(change, uses, Integer::sum));
        }
        return new Outcome(some.size(), 0, changed, words);
    }
}
