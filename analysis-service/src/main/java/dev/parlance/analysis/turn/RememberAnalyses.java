package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Highlights;
import dev.parlance.analysis.vocabulary.FirstUses;
import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.EventRecord;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.outbox.Outbox;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.outbox.ServiceConfig;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Turns have been analysed: remember words, highlights and jobs and tell it on, in one transaction. Where an
/// earlier first use of a word has come to light, the turn that held it until now loses it and is told on again.
@ApplicationScoped
class RememberAnalyses {
    private final AnalyzedTurns turns;
    private final KnownWords words;
    private final Highlights highlights;
    private final Quarantine quarantine;
    private final Outbox outbox;
    private final ServiceConfig service;
    private final Clock clock;

    RememberAnalyses(
            AnalyzedTurns turns,
            KnownWords words,
            Highlights highlights,
            Quarantine quarantine,
            Outbox outbox,
            ServiceConfig service,
            Clock clock) {
        this.turns = turns;
        this.words = words;
        this.highlights = highlights;
        this.quarantine = quarantine;
        this.outbox = outbox;
        this.service = service;
        this.clock = clock;
    }

    /// Remembers turns that were not known a moment ago; those that are by now change nothing.
    @Transactional
    void firstTime(List<AnalyzedTurn> analyzed, List<Unread> unread) {
        quarantine.setAside(unread);
        turns.lockLearners(
                analyzed.stream().map(turn -> turn.turn().learner().key()).toList());
        byTenant(analyzed).forEach((tenant, all) -> {
            Set<TurnId> known = turns.known(tenant, ids(all));
            remember(
                    tenant,
                    all.stream()
                            .filter(turn -> !known.contains(turn.turn().turnId()))
                            .toList());
        });
    }

    /// Remembers a turn whose failed jobs were done again. Words that it had before are not counted twice.
    @Transactional
    void again(AnalyzedTurn analyzed) {
        String tenant = analyzed.turn().tenant();
        turns.lockLearners(List.of(analyzed.turn().learner().key()));
        AnalyzedTurn stored = turns.find(tenant, analyzed.turn().turnId()).orElseThrow();
        if (stored.revision() != analyzed.revision()) {
            return; // somebody else was quicker
        }
        if (stored.analysis().facts().words().isEmpty()) {
            remember(tenant, List.of(analyzed));
            return;
        }
        Set<WordKey> firsts = stored.analysis().facts().words().stream()
                .filter(word -> word.firstUse())
                .map(stored::key)
                .collect(Collectors.toSet());
        store(tenant, List.of(analyzed.withFirstUses(firsts::contains, clock.instant())));
    }

    private void remember(String tenant, List<AnalyzedTurn> fresh) {
        Instant now = clock.instant();
        var firstUses = new FirstUses(
                words.find(fresh.stream().flatMap(turn -> turn.keys().stream()).collect(Collectors.toSet())));
        fresh.forEach(turn -> firstUses.add(
                turn.turn().learner(), turn.use(), turn.analysis().facts().words()));
        List<AnalyzedTurn> changed = new ArrayList<>();
        changed.addAll(withoutLostFirstUses(tenant, firstUses.lost(), now));
        fresh.forEach(turn -> changed.add(
                turn.withFirstUses(key -> firstUses.isFirst(key, turn.turn().turnId()), now)));
        words.put(firstUses.words());
        store(tenant, changed);
    }

    private List<AnalyzedTurn> withoutLostFirstUses(String tenant, Map<TurnId, Set<WordKey>> lost, Instant now) {
        List<AnalyzedTurn> losers = turns.find(tenant, lost.keySet());
        List<UUID> stale = new ArrayList<>();
        losers.forEach(turn -> lost.get(turn.turn().turnId()).forEach(key -> stale.add(turn.newWordId(key))));
        highlights.remove(tenant, stale);
        return losers.stream()
                .map(turn -> {
                    Set<WordKey> gone = lost.get(turn.turn().turnId());
                    Set<WordKey> kept = turn.analysis().facts().words().stream()
                            .filter(word -> word.firstUse())
                            .map(turn::key)
                            .filter(key -> !gone.contains(key))
                            .collect(Collectors.toSet());
                    return turn.withFirstUses(kept::contains, now);
                })
                .toList();
    }

    private void store(String tenant, List<AnalyzedTurn> changed) {
        turns.put(changed);
        highlights.put(
                tenant,
                changed.stream().flatMap(turn -> turn.highlights().stream()).toList());
        outbox.append(changed.stream().map(this::record).toList());
    }

    private OutboxRecord record(AnalyzedTurn turn) {
        EventRecord record = EventCodec.encode(turn.event(), service.name());
        return new OutboxRecord(
                record.topic().name(service.topicPrefix()), record.key(), record.headers(), record.value());
    }

    private static Map<String, List<AnalyzedTurn>> byTenant(List<AnalyzedTurn> analyzed) {
        return analyzed.stream()
                .collect(Collectors.groupingBy(turn -> turn.turn().tenant()));
    }

    private static Collection<TurnId> ids(List<AnalyzedTurn> all) {
        return all.stream().map(turn -> turn.turn().turnId()).toList();
    }
}
