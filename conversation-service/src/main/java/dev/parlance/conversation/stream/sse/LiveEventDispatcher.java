package dev.parlance.conversation.stream.sse;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveConfig;
import dev.parlance.conversation.stream.event.LiveEvent;
import dev.parlance.conversation.stream.event.LiveEvents;
import dev.parlance.conversation.stream.event.LiveSubscriptions;
import dev.parlance.kit.jdbc.TransientFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// The subscribers of this instance, and the one thread that reads events for all of them: after a notification,
/// when a subscriber is added or ready for more, and at each poll, which finds events whose notification was lost.
/// Events for which a subscriber is not ready stay in the database, so that a slow one costs no memory.
@ApplicationScoped
public class LiveEventDispatcher {
    private static final Logger LOG = Logger.getLogger(LiveEventDispatcher.class);

    /// The limits of one query.
    private static final int MAX_EVENTS_PER_LEARNER = 100;

    private static final int MAX_BATCH_LEARNERS = 200;
    private static final long RETRY_INTERVAL_MILLIS = 500;
    private static final long MAX_ROUND_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LiveSubscriptions subscriptions;
    private final LiveEvents events;
    private final LiveConfig config;
    private final Map<Learner, List<LiveSubscriber>> subscribers = new ConcurrentHashMap<>();
    private final Set<Learner> pendingLearners = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("live-dispatcher").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private long nextPoll = System.nanoTime();

    public LiveEventDispatcher(
            LiveSubscriptions subscriptions, LiveEvents events, LiveConfig config, MeterRegistry registry) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.config = config;
        registry.gauge("parlance.live.learners", subscribers, Map::size);
    }

    public void start(@Observes StartupEvent event) {
        thread.start();
    }

    public void stop(@Observes ShutdownEvent event) {
        stopping = true;
        wakeUps.release();
    }

    /// Delivers the events after its position to this subscriber from now on.
    public void add(LiveSubscriber subscriber) {
        subscribers.compute(subscriber.learner(), (_, current) -> {
            List<LiveSubscriber> all = current == null ? new CopyOnWriteArrayList<>() : current;
            all.add(subscriber);
            return all;
        });
        wake(subscriber.learner());
    }

    public void remove(LiveSubscriber subscriber) {
        subscribers.computeIfPresent(subscriber.learner(), (_, current) -> {
            current.remove(subscriber);
            return current.isEmpty() ? null : current;
        });
    }

    /// There may be new events of this learner.
    void wake(Learner learner) {
        if (subscribers.containsKey(learner) && pendingLearners.add(learner)) {
            wakeUps.release();
        }
    }

    /// Refreshes the subscriptions; otherwise they would expire after a day.
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void touch() {
        if (!subscribers.isEmpty()) {
            subscriptions.touch(List.copyOf(subscribers.keySet()));
        }
    }

    private void run() {
        while (!stopping) {
            try {
                awaitPending();
                long startNanos = System.nanoTime();
                deliver();
                // A delay as long as the round makes the next one larger when the machine is busy.
                LockSupport.parkNanos(Math.min(System.nanoTime() - startNanos, MAX_ROUND_DELAY_NANOS));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // nobody would start this thread again
                if (!stopping) {
                    LOG.warnf("event=live-read-failed cause=%s", TransientFailure.brief(e));
                }
                pendingLearners.addAll(subscribers.keySet()); // their events may not have been delivered
                pause();
            }
        }
    }

    private void awaitPending() throws InterruptedException {
        long nanos = nextPoll - System.nanoTime();
        if (nanos > 0 && wakeUps.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            wakeUps.drainPermits();
            return;
        }
        nextPoll = System.nanoTime() + config.pollInterval().toNanos();
        Map<Learner, Long> known = new HashMap<>();
        subscribers.forEach((learner, current) -> current.stream()
                .mapToLong(LiveSubscriber::position)
                .min()
                .ifPresent(lowest -> known.put(learner, lowest)));
        if (!known.isEmpty()) {
            pendingLearners.addAll(subscriptions.findAhead(known).keySet());
        }
    }

    private void deliver() {
        while (!stopping) {
            Map<Learner, Long> round = nextRound();
            if (round.isEmpty()) {
                return;
            }
            events.findAfter(round, MAX_EVENTS_PER_LEARNER, config.writeBufferBytes())
                    .forEach((learner, page) -> {
                        subscribersOf(learner).forEach(subscriber -> deliverPage(subscriber, round.get(learner), page));
                        if (page.hasMore()) {
                            pendingLearners.add(learner);
                        }
                    });
        }
    }

    /// Pending learners, each with the lowest position of its ready subscribers.
    private Map<Learner, Long> nextRound() {
        Map<Learner, Long> round = new HashMap<>();
        for (Iterator<Learner> next = pendingLearners.iterator();
                next.hasNext() && round.size() < MAX_BATCH_LEARNERS; ) {
            Learner learner = next.next();
            next.remove(); // before its subscribers are checked: one that becomes ready later adds it again
            for (LiveSubscriber subscriber : subscribersOf(learner)) {
                if (isReady(subscriber)) {
                    round.merge(learner, subscriber.position(), Math::min);
                }
            }
        }
        return round;
    }

    private static boolean isReady(LiveSubscriber subscriber) {
        if (subscriber.isReady()) {
            return true;
        }
        subscriber.markBehind();
        return subscriber.isReady(); // it may have become ready before markBehind()
    }

    /// @param from the page begins after this position; a subscriber before it was not ready and will wake the learner
    private static void deliverPage(LiveSubscriber subscriber, long from, LiveEvents.LiveEventPage page) {
        long position = subscriber.position();
        if (subscriber.isReady() && position >= from && page.lastPosition() > position) {
            List<LiveEvent> newEvents = new ArrayList<>(page.events());
            newEvents.removeIf(event -> event.position() <= position);
            subscriber.deliver(newEvents, page.lastPosition());
        }
    }

    private List<LiveSubscriber> subscribersOf(Learner learner) {
        return subscribers.getOrDefault(learner, List.of());
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
