package dev.parlance.analysis.turn;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.analysis.turn.store.LearnerTurns;
import dev.parlance.analysis.turn.store.PublishedTurn;
import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Replaces the stored analyses of a learner's turns, in one transaction, after they were analysed again or
/// transcribed later. Words that came, went or changed are counted anew over all of the learner's turns, so that
/// nothing of the earlier analysis remains. Published again are the turns whose content changed, and other turns that
/// gain or lose a first use.
@ApplicationScoped
class ReplaceAnalyses {
    private final AnalyzedTurns turns;
    private final LearnerTurns learnerTurns;
    private final KnownWords words;
    private final AnalysisEventPublisher publisher;
    private final Clock clock;

    ReplaceAnalyses(
            AnalyzedTurns turns,
            LearnerTurns learnerTurns,
            KnownWords words,
            AnalysisEventPublisher publisher,
            Clock clock) {
        this.turns = turns;
        this.learnerTurns = learnerTurns;
        this.words = words;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// @param next          the turn as it is from now on
    /// @param revision      of the stored turn that was read
    /// @param alwaysPublish even if its content is the same as before
    record Replacement(AnalyzedTurn next, long revision, boolean alwaysPublish) {
        /// The same turn, analysed again.
        static Replacement reanalyzed(AnalyzedTurn turn, Analysis now) {
            return new Replacement(turn.withAnalysis(now), turn.revision(), false);
        }

        /// The same turn with a later transcript.
        static Replacement transcribed(AnalyzedTurn later, AnalyzedTurn stored) {
            return new Replacement(later.replacing(stored), stored.revision(), true);
        }
    }

    /// A turn of a learner as it is stored, and what replaces it.
    record ReplacedTurn(AnalyzedTurn stored, Replacement replacement) {
        AnalyzedTurn next() {
            return replacement.next();
        }
    }

    /// @param changed  how many turns are published again because their content changed
    /// @param leftAsIs turns that another transaction had changed meanwhile
    record ReplaceResult(int changed, Set<TurnId> leftAsIs) {}

    /// Turns that another transaction has changed meanwhile are left as they are.
    ///
    /// @param replacements of turns of this learner, by turn
    @Transactional
    ReplaceResult replace(Learner learner, Map<TurnId, Replacement> replacements) {
        turns.lockLearners(List.of(learner.key()));
        Map<Boolean, List<ReplacedTurn>> byUnchanged = partitionByUnchanged(learner, replacements);
        List<ReplacedTurn> replaced = byUnchanged.get(true);
        var recount = new WordRecount(learner, replaced);
        if (!recount.words().isEmpty()) {
            learnerTurns.forEachTurn(learner, recount::add);
            words.replace(learner, recount.words(), recount.uses());
        }
        return new ReplaceResult(
                store(learner, replaced, recount),
                byUnchanged.get(false).stream()
                        .map(turn -> turn.stored().turn().turnId())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Map<Boolean, List<ReplacedTurn>> partitionByUnchanged(
            Learner learner, Map<TurnId, Replacement> replacements) {
        return turns.find(learner.tenant(), replacements.keySet()).stream()
                .map(stored ->
                        new ReplacedTurn(stored, replacements.get(stored.turn().turnId())))
                .collect(Collectors.partitioningBy(
                        turn -> turn.stored().revision() == turn.replacement().revision()));
    }

    private int store(Learner learner, List<ReplacedTurn> replaced, WordRecount recount) {
        Instant now = clock.instant();
        List<PublishedTurn> rows = new ArrayList<>();
        List<PublishedTurn> changed = new ArrayList<>();
        for (ReplacedTurn turn : replaced) {
            PublishedTurn row = PublishedTurn.of(turn.next().withFirstUses(recount.firstUsesOf(turn.stored()), now));
            rows.add(row);
            if (turn.replacement().alwaysPublish()
                    || !hasSameContent(row.event(), turn.stored().toEvent())) {
                changed.add(row);
            }
        }
        for (AnalyzedTurn other : turns.find(learner.tenant(), recount.otherTurnsWithMovedFirstUses())) {
            PublishedTurn row = PublishedTurn.of(other.withFirstUses(recount.firstUsesOf(other), now));
            rows.add(row);
            changed.add(row);
        }
        turns.upsert(learner.tenant(), rows);
        publisher.publish(changed);
        return changed.size();
    }

    private static boolean hasSameContent(TurnAnalyzed one, TurnAnalyzed other) {
        return one.learnerWords() == other.learnerWords()
                && one.replyWords() == other.replyWords()
                && one.sentences() == other.sentences()
                && one.status().equals(other.status())
                && one.words().equals(other.words())
                && one.highlights().equals(other.highlights())
                && one.findings().equals(other.findings());
    }
}
