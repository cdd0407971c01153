package dev.parlance.conversation.stream.event;

import dev.parlance.contract.id.Learner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Deletes expired live events, and subscriptions that have been idle as long, in small batches. Several instances may
/// run it at once: each locks the learners of its batch, in order.
@ApplicationScoped
class DeleteExpiredLiveEvents {
    private static final int MAX_BATCH_LEARNERS = 500;

    private final LiveSubscriptions subscriptions;
    private final LiveEvents events;
    private final LiveConfig config;

    DeleteExpiredLiveEvents(LiveSubscriptions subscriptions, LiveEvents events, LiveConfig config) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.config = config;
    }

    @Scheduled(
            every = "{parlance.live.cleanup-interval}",
            delayed = "{parlance.live.cleanup-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteExpired() {
        while (QuarkusTransaction.requiringNew().call(this::deleteIdleSubscriptions) == MAX_BATCH_LEARNERS) {
            // there may be more
        }
        List<Learner> old;
        do {
            old = events.findLearnersWithOlder(config.retention(), MAX_BATCH_LEARNERS);
            List<Learner> batch = old;
            QuarkusTransaction.requiringNew().run(() -> deleteOlderEvents(batch));
        } while (!old.isEmpty());
    }

    private int deleteIdleSubscriptions() {
        List<Learner> idle = subscriptions.lockIdleSince(config.retention(), MAX_BATCH_LEARNERS);
        if (!idle.isEmpty()) {
            events.deleteAll(idle);
            subscriptions.delete(idle);
        }
        return idle.size();
    }

    private void deleteOlderEvents(List<Learner> old) {
        if (!old.isEmpty()) {
            subscriptions.lockSubscribed(old);
            events.deleteOlder(config.retention(), old);
        }
    }
}
