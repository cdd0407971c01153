package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import dev.parlance.kit.problem.TransientFailure;
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

/// All who listen on this instance, and the one thread that reads for all of them: when a notification says that there
/// is news of a learner, when a listener has come or can take more, and at each poll, which finds what no notification
/// told. What a listener cannot take yet stays in the database, so that a slow one costs no memory.
@ApplicationScoped
class LiveStreams {
    private static final Logger LOG = Logger.getLogger(LiveStreams.class);

    /// Of a learner, and learners at once.
    private static final int ROWS = 100;

    private static final int LEARNERS = 200;
    private static final long BACK_OFF_MILLIS = 500;
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LiveLearners learners;
    private final LiveEvents events;
    private final LiveConfig config;
    private final Map<Learner, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Set<Learner> news = ConcurrentHashMap.newKeySet();
    private final Semaphore bell = new Semaphore(0);
    private final Thread reader =
            Thread.ofPlatform().name("live-reader").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private long nextPoll = System.nanoTime();

    LiveStreams(LiveLearners learners, LiveEvents events, LiveConfig config, MeterRegistry registry) {
        this.learners = learners;
        this.events = events;
        this.config = config;
        registry.gauge("parlance.live.learners", listeners, Map::size);
    }

    void start(@Observes StartupEvent event) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        bell.release();
    }

    /// From now on, it is given what lies behind its position.
    void add(Listener listener) {
        listeners.compute(listener.learner(), (_, those) -> {
            List<Listener> all = those == null ? new CopyOnWriteArrayList<>() : those;
            all.add(listener);
            return all;
        });
        wake(listener.learner());
    }

    void remove(Listener listener) {
        listeners.computeIfPresent(listener.learner(), (_, those) -> {
            those.remove(listener);
            return those.isEmpty() ? null : those;
        });
    }

    /// There may be news of this learner.
    void wake(Learner learner) {
        if (listeners.containsKey(learner) && news.add(learner)) {
            bell.release();
        }
    }

    /// Says that they are still listened to, or their events would be kept for a day only.
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void touch() {
        if (!listeners.isEmpty()) {
            learners.touch(List.copyOf(listeners.keySet()));
        }
    }

    private void run() {
        while (!stopping) {
            try {
                awaitNews();
                long begun = System.nanoTime();
                deliver();
                // Company for the next round, as much as this one took: where rounds are slow, the machine is busy.
                LockSupport.parkNanos(Math.min(System.nanoTime() - begun, LONGEST_REST_NANOS));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("event=live-reading-paused cause=%s", TransientFailure.brief(e));
                }
                news.addAll(listeners.keySet()); // whoever was to be given something
                pause();
            }
        }
    }

    private void awaitNews() throws InterruptedException {
        long nanos = nextPoll - System.nanoTime();
        if (nanos > 0 && bell.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            bell.drainPermits();
            return;
        }
        nextPoll = System.nanoTime() + config.poll().toNanos();
        Map<Learner, Long> known = new HashMap<>();
        listeners.forEach((learner, those) ->
                those.stream().mapToLong(Listener::position).min().ifPresent(least -> known.put(learner, least)));
        if (!known.isEmpty()) {
            news.addAll(learners.ahead(known).keySet());
        }
    }

    private void deliver() {
        while (!stopping) {
            Map<Learner, Long> round = nextRound();
            if (round.isEmpty()) {
                return;
            }
            events.after(round, ROWS, config.buffer()).forEach((learner, page) -> {
                those(learner).forEach(listener -> give(listener, round.get(learner), page));
                if (page.more()) {
                    news.add(learner);
                }
            });
        }
    }

    /// Some learners of whom there is news, each with the position of whoever is furthest behind and can take it.
    private Map<Learner, Long> nextRound() {
        Map<Learner, Long> round = new HashMap<>();
        for (Iterator<Learner> next = news.iterator(); next.hasNext() && round.size() < LEARNERS; ) {
            Learner learner = next.next();
            next.remove(); // before its listeners are looked at: whoever comes free afterwards adds it again
            for (Listener listener : those(learner)) {
                if (isFree(listener)) {
                    round.merge(learner, listener.position(), Math::min);
                }
            }
        }
        return round;
    }

    private static boolean isFree(Listener listener) {
        if (listener.isFree()) {
            return true;
        }
        listener.leftBehind();
        return listener.isFree(); // it may have become so before it was told
    }

    /// @param from the page begins behind it; who is further back was not free, and will ask by itself
    private static void give(Listener listener, long from, LiveEvents.Page page) {
        long position = listener.position();
        if (listener.isFree() && position >= from && page.lastPosition() > position) {
            List<LiveEvent> fresh = new ArrayList<>(page.events());
            fresh.removeIf(event -> event.position() <= position);
            listener.give(fresh, page.lastPosition());
        }
    }

    private List<Listener> those(Learner learner) {
        return listeners.getOrDefault(learner, List.of());
    }

    private void pause() {
        try {
            Thread.sleep(BACK_OFF_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
