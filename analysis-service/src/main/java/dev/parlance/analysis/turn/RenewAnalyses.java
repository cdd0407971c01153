package dev.parlance.analysis.turn;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.turn.ReplaceAnalyses.ReplaceResult;
import dev.parlance.analysis.turn.ReplaceAnalyses.Replacement;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.jdbc.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Analyses stored turns of a learner again and replaces their analyses. A turn that another transaction changes
/// meanwhile is analysed once more. A turn whose new analysis cannot be stored keeps its counts only, as failed: the
/// others are replaced, and the outcome is the same as if the turn had just arrived.
@ApplicationScoped
public class RenewAnalyses {
    private static final Logger LOG = Logger.getLogger(RenewAnalyses.class);

    private final AnalyzedTurns turns;
    private final TextAnalysis analysis;
    private final ReplaceAnalyses replaceAnalyses;

    RenewAnalyses(AnalyzedTurns turns, TextAnalysis analysis, ReplaceAnalyses replaceAnalyses) {
        this.turns = turns;
        this.analysis = analysis;
        this.replaceAnalyses = replaceAnalyses;
    }

    /// @param before the turn with its earlier analysis
    public record RenewedTurn(AnalyzedTurn before, Analysis now) {
        private TurnId id() {
            return before.turn().turnId();
        }
    }

    /// @param renewed the turns that were replaced
    /// @param changed how many turns are published again because their content changed
    public record Renewal(List<RenewedTurn> renewed, int changed) {}

    /// What became of some turns.
    private record Attempt(List<RenewedTurn> renewed, int changed, Set<TurnId> leftAsIs) {
        static Attempt of(List<RenewedTurn> some, ReplaceResult result) {
            return new Attempt(
                    some.stream()
                            .filter(turn -> !result.leftAsIs().contains(turn.id()))
                            .toList(),
                    result.changed(),
                    result.leftAsIs());
        }

        Attempt plus(Attempt more) {
            return new Attempt(
                    Stream.concat(renewed.stream(), more.renewed.stream()).toList(),
                    changed + more.changed,
                    Stream.concat(leftAsIs.stream(), more.leftAsIs.stream()).collect(Collectors.toSet()));
        }
    }

    /// The language work is done before a transaction opens.
    ///
    /// @param some    turns of this learner
    /// @param analyze the new analysis of a turn; empty: the turn stays as it is
    public Renewal renew(Learner learner, Collection<TurnId> some, Function<AnalyzedTurn, Optional<Analysis>> analyze) {
        Attempt all = new Attempt(List.of(), 0, Set.copyOf(some));
        while (!all.leftAsIs.isEmpty()) {
            List<RenewedTurn> analyzed = new ArrayList<>();
            for (AnalyzedTurn turn : turns.find(learner.tenant(), all.leftAsIs)) {
                analyze.apply(turn).ifPresent(now -> analyzed.add(new RenewedTurn(turn, now)));
            }
            all = new Attempt(all.renewed, all.changed, Set.of()).plus(replaceOrSplit(learner, analyzed));
        }
        return new Renewal(all.renewed, all.changed);
    }

    private Attempt replaceOrSplit(Learner learner, List<RenewedTurn> some) {
        try {
            return Attempt.of(some, replace(learner, some));
        } catch (RuntimeException | StackOverflowError failure) {
            if (some.isEmpty() || TransientFailure.isTransient(failure)) {
                throw failure;
            }
            if (some.size() == 1) {
                return replaceByCounts(learner, some.getFirst(), failure);
            }
            int half = some.size() / 2;
            return replaceOrSplit(learner, some.subList(0, half))
                    .plus(replaceOrSplit(learner, some.subList(half, some.size())));
        }
    }

    private Attempt replaceByCounts(Learner learner, RenewedTurn turn, Throwable failure) {
        LOG.errorf(failure, "event=analysis-not-stored turn=%s", turn.id());
        Analysis counts = analysis.countOnly(turn.before().turn(), turn.now(), TransientFailure.brief(failure));
        List<RenewedTurn> counted = List.of(new RenewedTurn(turn.before(), counts));
        return Attempt.of(counted, replace(learner, counted));
    }

    private ReplaceResult replace(Learner learner, List<RenewedTurn> some) {
        return replaceAnalyses.replace(
                learner,
                some.stream()
                        .collect(Collectors.toMap(
                                RenewedTurn::id, turn -> Replacement.reanalyzed(turn.before(), turn.now()))));
    }
}
