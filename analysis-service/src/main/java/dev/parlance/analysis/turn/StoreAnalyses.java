package dev.parlance.analysis.turn;

import dev.parlance.analysis.turn.ReplaceAnalyses.Replacement;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.analysis.turn.store.PublishedTurn;
import dev.parlance.analysis.vocabulary.FirstUses;
import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.analysis.vocabulary.Uses;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.consumer.DuplicateMetrics;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
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

/// Stores analysed turns and their words, and publishes them, in one transaction. Where a turn holds an earlier first
/// use of a word, the turn that held it until now loses it and is published again.
@ApplicationScoped
class StoreAnalyses {
    private final AnalyzedTurns turns;
    private final KnownWords words;
    private final Quarantine quarantine;
    private final ReplaceAnalyses replaceAnalyses;
    private final AnalysisEventPublisher publisher;
    private final DuplicateMetrics duplicates;
    private final Failpoints failpoints;
    private final Clock clock;

    StoreAnalyses(
            AnalyzedTurns turns,
            KnownWords words,
            Quarantine quarantine,
            ReplaceAnalyses replaceAnalyses,
            AnalysisEventPublisher publisher,
            DuplicateMetrics duplicates,
            Failpoints failpoints,
            Clock clock) {
        this.turns = turns;
        this.words = words;
        this.quarantine = quarantine;
        this.replaceAnalyses = replaceAnalyses;
        this.publisher = publisher;
        this.duplicates = duplicates;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /// Stores turns that are not stored yet, or only with an earlier transcript; the others change nothing.
    ///
    /// @param analyzed    each turn once
    /// @param reannounced turns among them that are published again if they are stored already
    /// @param unreadable  records of the batch that go to quarantine
    @Transactional
    void storeBatch(List<AnalyzedTurn> analyzed, Set<TurnId> reannounced, List<QuarantineEntry> unreadable) {
        quarantine.add(unreadable);
        turns.lockLearners(
                analyzed.stream().map(turn -> turn.turn().learner().key()).toList());
        byTenant(analyzed).forEach((tenant, all) -> storeBatch(tenant, all, reannounced));
    }

    private void storeBatch(String tenant, List<AnalyzedTurn> analyzed, Set<TurnId> reannounced) {
        Map<TurnId, Long> known = turns.findTranscriptRevisions(tenant, ids(analyzed));
        List<AnalyzedTurn> added = new ArrayList<>();
        Map<TurnId, AnalyzedTurn> transcribed = new HashMap<>();
        for (AnalyzedTurn turn : analyzed) {
            Long transcript = known.get(turn.turn().turnId());
            if (transcript == null) {
                added.add(turn);
            } else if (transcript < turn.transcriptRevision()) {
                transcribed.put(turn.turn().turnId(), turn);
            }
        }
        added.addAll(replaceTranscribed(tenant, transcribed));
        storeNew(tenant, added);
        known.keySet().removeAll(transcribed.keySet());
        duplicates.count("turn", known.size());
        known.keySet().retainAll(reannounced);
        publishAgain(tenant, known.keySet());
    }

    /// Replaces stored turns by the same turns with a later transcript.
    ///
    /// @return those that held no word of the learner until now: they can be stored like new ones, without a count
    ///     over all of the learner's turns
    private List<AnalyzedTurn> replaceTranscribed(String tenant, Map<TurnId, AnalyzedTurn> transcribed) {
        List<AnalyzedTurn> wordless = new ArrayList<>();
        if (transcribed.isEmpty()) {
            return wordless;
        }
        Map<Learner, Map<TurnId, Replacement>> others = new HashMap<>();
        for (AnalyzedTurn stored : turns.find(tenant, transcribed.keySet())) {
            TurnId id = stored.turn().turnId();
            AnalyzedTurn later = transcribed.get(id);
            if (stored.vocabulary().words().isEmpty()) {
                wordless.add(later.replacing(stored));
            } else {
                others.computeIfAbsent(stored.turn().learner(), _ -> new HashMap<>())
                        .put(id, Replacement.transcribed(later, stored));
            }
        }
        others.forEach(replaceAnalyses::replace);
        return wordless;
    }

    private void publishAgain(String tenant, Set<TurnId> known) {
        if (!known.isEmpty()) {
            publisher.publish(
                    turns.find(tenant, known).stream().map(PublishedTurn::of).toList());
        }
    }

    private void storeNew(String tenant, List<AnalyzedTurn> added) {
        if (added.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        var uses = new Uses();
        added.forEach(turn ->
                uses.add(turn.turn().learner(), turn.use(), turn.vocabulary().words()));
        FirstUses firstUses = words.add(tenant, uses);
        List<AnalyzedTurn> changed = clearLostFirstUses(tenant, firstUses.lost(), now);
        added.forEach(turn -> changed.add(
                turn.withFirstUses(key -> firstUses.isFirst(key, turn.turn().turnId()), now)));
        failpoints.pass(Failpoint.MID_BATCH);
        store(tenant, changed);
    }

    private List<AnalyzedTurn> clearLostFirstUses(String tenant, Map<TurnId, Set<WordKey>> lost, Instant now) {
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
        List<PublishedTurn> published = changed.stream().map(PublishedTurn::of).toList();
        turns.upsert(tenant, published);
        publisher.publish(published);
    }

    private static Map<String, List<AnalyzedTurn>> byTenant(List<AnalyzedTurn> analyzed) {
        return analyzed.stream()
                .collect(Collectors.groupingBy(turn -> turn.turn().tenant()));
    }

    private static Collection<TurnId> ids(List<AnalyzedTurn> all) {
        return all.stream().map(turn -> turn.turn().turnId()).toList();
    }
}
