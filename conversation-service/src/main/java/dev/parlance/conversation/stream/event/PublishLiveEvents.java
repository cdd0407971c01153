package dev.parlance.conversation.stream.event;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
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

/// Stores live events for learners with subscribers, each once, in the order of the calls. Learners without
/// subscribers cost one lookup.
@ApplicationScoped
public class PublishLiveEvents {
    /// The order of the conversation; the turns arrive in the order of their ids, which are random.
    private static final Comparator<TurnAnalyzed> BY_OCCURRED_AT =
            Comparator.comparing(TurnAnalyzed::occurredAt).thenComparingInt(TurnAnalyzed::sequence);

    private final LiveSubscriptions subscriptions;
    private final LiveEvents events;
    private final Quarantine quarantine;

    PublishLiveEvents(LiveSubscriptions subscriptions, LiveEvents events, Quarantine quarantine) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.quarantine = quarantine;
    }

    /// Publishes new analyses in the transaction that stores them.
    ///
    /// @param turns analyses with a greater revision than the stored one
    @Transactional(TxType.MANDATORY)
    public void publishAnalyses(Collection<TurnAnalyzed> turns) {
        Set<Learner> subscribed = lockSubscribed(turns.stream().map(TurnAnalyzed::learner));
        append(turns.stream()
                .filter(turn -> subscribed.contains(turn.learner()))
                .sorted(BY_OCCURRED_AT)
                .flatMap(turn -> LiveMessage.of(turn).stream()));
    }

    /// Publishes messages and quarantines the unreadable records.
    @Transactional
    public void publish(List<LiveMessage> messages, List<QuarantineEntry> unreadable) {
        Set<Learner> subscribed = lockSubscribed(messages.stream().map(LiveMessage::learner));
        append(messages.stream().filter(message -> subscribed.contains(message.learner())));
        quarantine.add(unreadable);
    }

    private Set<Learner> lockSubscribed(Stream<Learner> learners) {
        Set<Learner> distinctLearners = learners.collect(Collectors.toSet());
        return distinctLearners.isEmpty() ? Set.of() : subscriptions.lockSubscribed(distinctLearners);
    }

    private void append(Stream<LiveMessage> messages) {
        Map<UUID, LiveMessage> byCause = new LinkedHashMap<>();
        messages.forEach(message -> byCause.putIfAbsent(message.cause(), message));
        if (!byCause.isEmpty()) {
            events.append(byCause.values());
        }
    }
}
