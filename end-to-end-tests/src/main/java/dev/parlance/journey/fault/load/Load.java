package dev.parlance.journey.fault.load;

import dev.parlance.journey.fault.ledger.Ledger;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.ledger.Said;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends turns when they are due, whether or not earlier ones have been answered, and each as often as it takes. What
/// was refused (4xx) is not sent again.
public final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 128;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;

    private final Shape shape;
    private final Learners learners;
    private final Client client;
    private final Ledger ledger;
    private final Random random;
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final Map<UUID, Started> conversations = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger retryAfterMissing = new AtomicInteger();
    private volatile boolean stopped;
    private volatile boolean abandoned;

    public Load(Shape shape, long seed, Client client, Ledger ledger) {
        this.shape = shape;
        this.learners = new Learners(shape, seed);
        this.client = client;
        this.ledger = ledger;
        this.random = new Random(seed + 1);
    }

    /// A conversation that has to be there before its first turn is sent.
    private static final class Started {
        private boolean done;
    }

    /// Returns at once.
    public Load start() {
        threads.execute(this::run);
        return this;
    }

    /// Turns accepted so far.
    public int accepted() {
        return accepted.get();
    }

    /// Turns on their way, or waiting to be sent again.
    public int open() {
        return open.get();
    }

    /// Answers 503 that did not say when to come back.
    public int retryAfterMissing() {
        return retryAfterMissing.get();
    }

    /// No turn becomes due any more; those on their way go on.
    public void stop() {
        stopped = true;
    }

    /// Sends one turn now, in this thread, until it is accepted or refused.
    ///
    /// @return whether it was accepted
    public boolean say(Said said) throws InterruptedException {
        open.incrementAndGet();
        try {
            return deliver(said, 1);
        } finally {
            open.decrementAndGet();
        }
    }

    /// From so long from now on, nothing is tried again.
    public Load abandonedAfter(Duration patience) {
        var _ = threads.submit(() -> {
            Thread.sleep(patience);
            abandoned = true;
            return null;
        });
        return this;
    }

    /// The next turn of the first learner, to be sent by hand.
    public Said next() {
        return learners.next(0);
    }

    @Override
    public void close() {
        stopped = true;
        abandoned = true;
        threads.shutdownNow();
    }

    private void run() {
        long begun = System.nanoTime();
        try {
            for (int number = 0; !stopped; number++) {
                TimeUnit.NANOSECONDS.sleep(begun + Math.round(number / shape.perSecond() * 1e9) - System.nanoTime());
                Said said = learners.next(random.nextInt(shape.learners()));
                boolean again = random.nextDouble() < shape.repetitions();
                open.incrementAndGet();
                threads.execute(() -> deliverInBackground(said, again));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverInBackground(Said said, boolean again) {
        try {
            if (deliver(said, 1) && again) {
                deliver(said, 1_000); // not a retry: the client is told 200 and changes nothing
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private boolean deliver(Said said, int firstAttempt) throws InterruptedException {
        startConversation(said);
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = firstAttempt; !abandoned; attempt++) {
            Answer answer = attempt(said, attempt);
            if (answer.outcome() == Outcome.ACCEPTED || answer.outcome() == Outcome.REFUSED) {
                if (firstAttempt == 1 && answer.outcome() == Outcome.ACCEPTED) {
                    accepted.incrementAndGet();
                }
                return answer.outcome() == Outcome.ACCEPTED;
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        return false;
    }

    private Answer attempt(Said said, int attempt) throws InterruptedException {
        connections.acquire();
        try {
            ledger.asking(said, attempt);
            Answer answer = client.say(said);
            ledger.answered(said, attempt, answer.outcome(), answer.status(), reason(answer));
            if (answer.outcome() == Outcome.UNAVAILABLE && answer.retryAfter() < 0) {
                retryAfterMissing.incrementAndGet();
            }
            return answer;
        } finally {
            connections.release();
        }
    }

    private static String reason(Answer answer) {
        return answer.outcome() == Outcome.UNKNOWN ? answer.body() : null;
    }

    private void startConversation(Said said) throws InterruptedException {
        Started started = conversations.computeIfAbsent(said.conversation(), _ -> new Started());
        synchronized (started) {
            long pause = FIRST_PAUSE_MILLIS;
            while (!started.done && !abandoned) {
                started.done = client.start(said).outcome() == Outcome.ACCEPTED;
                if (!started.done) {
                    pause(pause);
                    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                }
            }
        }
    }

    private static void pause(long millis) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis)));
    }
}
