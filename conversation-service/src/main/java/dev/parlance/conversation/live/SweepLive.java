package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Events that are old, and learners whom nobody has listened to, are forgotten, a few at a time. Several instances may
/// sweep at once: each locks the learners it is about, in order.
@ApplicationScoped
class SweepLive {
    private static final int AT_ONCE = 500;

    private final LiveLearners learners;
    private final LiveEvents events;
    private final LiveConfig config;

    SweepLive(LiveLearners learners, LiveEvents events, LiveConfig config) {
        this.learners = learners;
        this.events = events;
        this.config = config;
    }

    @Scheduled(
            every = "{conversation.live.sweep}",
            delayed = "{conversation.live.sweep}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        while (QuarkusTransaction.requiringNew().call(this::forgetLearners) == AT_ONCE) {
            // there may be others
        }
        List<Learner> old;
        do {
            old = events.withOlder(config.kept(), AT_ONCE);
            List<Learner> these = old;
            QuarkusTransaction.requiringNew().run(() -> forgetEvents(these));
        } while (!old.isEmpty());
    }

    private int forgetLearners() {
        List<Learner> unheard = learners.unheard(config.kept(), AT_ONCE);
        if (!unheard.isEmpty()) {
            events.removeAll(unheard);
            learners.remove(unheard);
        }
        return unheard.size();
    }

    private void forgetEvents(List<Learner> old) {
        if (!old.isEmpty()) {
            learners.locked(old);
            events.removeOlder(config.kept(), old);
        }
    }
}
