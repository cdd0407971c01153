package dev.parlance.conversation.live;

import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.Learner;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something happened to learners: those who listen to them will hear of it, once, in the order in which it is told
/// here. Learners to whom nobody listens cost one look.
@ApplicationScoped
public class TellListeners {
    /// As their learner said them; they come ordered by their ids, which are random.
    private static final Comparator<TurnAnalyzed> IN_THEIR_ORDER =
            Comparator.comparing(TurnAnalyzed::occurredAt).thenComparingInt(TurnAnalyzed::sequence);

    private final LiveLearners learners;
    private final LiveEvents events;
    private final Quarantine quarantine;

    TellListeners(LiveLearners learners, LiveEvents events, Quarantine quarantine) {
        this.learners = learners;
        this.events = events;
        this.quarantine = quarantine;
    }

    /// Turns have been analysed, or analysed again; part of the transaction that remembers it.
    ///
    /// @param turns whose revision is newer than what was known
    @Transactional(TxType.MANDATORY)
    public void analysed(Collection<TurnAnalyzed> turns) {
        Set<Learner> listened = listened(turns.stream().map(TurnAnalyzed::learner));
        add(turns.stream()
                .filter(turn -> listened.contains(turn.learner()))
                .sorted(IN_THEIR_ORDER)
                .flatMap(turn -> News.of(turn).stream()));
    }

    /// Conversations go on; what could not be read of them is set aside.
    @Transactional
    void told(List<News> news, List<Unread> unread) {
        Set<Learner> listened = listened(news.stream().map(News::learner));
        add(news.stream().filter(one -> listened.contains(one.learner())));
        quarantine.setAside(unread);
    }

    private Set<Learner> listened(Stream<Learner> told) {
        Set<Learner> distinct = told.collect(Collectors.toSet());
        return distinct.isEmpty() ? Set.of() : learners.locked(distinct);
    }

    private void add(Stream<News> news) {
        Map<UUID, News> byCause = new LinkedHashMap<>();
        news.forEach(one -> byCause.putIfAbsent(one.cause(), one));
        if (!byCause.isEmpty()) {
            events.add(byCause.values());
        }
    }
}
