package dev.parlance.fault.load;

import dev.parlance.fault.ledger.Ledger;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.ledger.SimulatedTurn;
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
public final class TurnLoad implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 128;
    private static final long INITIAL_BACKOFF_MILLIS = 200;
    private static final long MAX_BACKOFF_MILLIS = 3_000;

    private final LoadProfile profile;
    private final SimulatedLearners learners;
    private final ApiClient client;
    private final Ledger ledger;
    private final Random random;
    private final Semaphore connections = new Semaphore(MAX_CONNECTIONS);
    private final Map<UUID, ConversationStart> conversations = new ConcurrentHashMap<>();
    private final AtomicInteger pendingTurns = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger missingRetryAfter = new AtomicInteger();
    private volatile boolean stopped;
    private volatile boolean abandoned;

    public TurnLoad(LoadProfile shape, long seed, ApiClient client, Ledger ledger) {
        this.profile = shape;
        this.learners = new SimulatedLearners(shape, seed);
        this.client = client;
        this.ledger = ledger;
        this.random = new Random(seed + 1);
    }

    /// A conversation that has to be there before its first turn is sent.
    private static final class ConversationStart {
        private boolean done;
    }

    /// Returns at once.
    public TurnLoad start() {
        threads.execute(this::run);
        return this;
    }

    /// Turns in flight or waiting to be sent again.
    public int pendingTurns() {
        return pendingTurns.get();
    }

    /// Answers 503 that did not say when to come back.
    public int missingRetryAfter() {
        return missingRetryAfter.get();
    }

    /// No further turn becomes due; those in flight continue.
    public void stop() {
        stopped = true;
    }

    /// Sends one turn now, in this thread, until it is accepted or refused.
    ///
    /// @return whether it was accepted
    public boolean send(SimulatedTurn turn) throws InterruptedException {
        pendingTurns.incrementAndGet();
        try {
            return sendUntilAnswered(turn, 1);
        } finally {
            pendingTurns.decrementAndGet();
        }
    }

    /// From so long from now on, nothing is tried again.
    public TurnLoad giveUpAfter(Duration timeout) {
        var _ = threads.submit(() -> {
            Thread.sleep(timeout);
            abandoned = true;
            return null;
        });
        return this;
    }

    /// The next turn of the first learner, to be sent by hand.
    public SimulatedTurn nextTurn() {
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
                TimeUnit.NANOSECONDS.sleep(
                        begun + Math.round(number / profile.turnsPerSecond() * 1e9) - System.nanoTime());
                SimulatedTurn turn = learners.next(random.nextInt(profile.learners()));
                boolean again = random.nextDouble() < profile.duplicateRatio();
                pendingTurns.incrementAndGet();
                threads.execute(() -> sendInBackground(turn, again));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendInBackground(SimulatedTurn turn, boolean again) {
        try {
            if (sendUntilAnswered(turn, 1) && again) {
                sendUntilAnswered(turn, 1_000); // not a retry: the answer is 200 and nothing changes
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pendingTurns.decrementAndGet();
        }
    }

    private boolean sendUntilAnswered(SimulatedTurn turn, int firstAttempt) throws InterruptedException {
        startConversation(turn);
        long pause = INITIAL_BACKOFF_MILLIS;
        for (int attempt = firstAttempt; !abandoned; attempt++) {
            ApiResponse answer = attempt(turn, attempt);
            if (answer.outcome() == Outcome.ACCEPTED || answer.outcome() == Outcome.REFUSED) {
                return answer.outcome() == Outcome.ACCEPTED;
            }
            sleepWithJitter(pause);
            pause = Math.min(pause * 2, MAX_BACKOFF_MILLIS);
        }
        return false;
    }

    private ApiResponse attempt(SimulatedTurn turn, int attempt) throws InterruptedException {
        connections.acquire();
        try {
            ledger.recordAttempt(turn, attempt);
            ApiResponse answer = client.putTurn(turn);
            ledger.recordOutcome(turn, attempt, answer.outcome(), answer.status(), reason(answer));
            if (answer.outcome() == Outcome.UNAVAILABLE && !answer.hasRetryAfter()) {
                missingRetryAfter.incrementAndGet();
            }
            return answer;
        } finally {
            connections.release();
        }
    }

    private static String reason(ApiResponse answer) {
        return switch (answer.outcome()) {
            case UNKNOWN, CLOSED -> answer.body();
            case ACCEPTED, REFUSED, UNAVAILABLE, FAILED, NOT_CONNECTED -> null;
        };
    }

    private void startConversation(SimulatedTurn turn) throws InterruptedException {
        ConversationStart started = conversations.computeIfAbsent(turn.conversation(), _ -> new ConversationStart());
        synchronized (started) {
            long pause = INITIAL_BACKOFF_MILLIS;
            while (!started.done && !abandoned) {
                started.done = client.startConversation(turn).outcome() == Outcome.ACCEPTED;
                if (!started.done) {
                    sleepWithJitter(pause);
                    pause = Math.min(pause * 2, MAX_BACKOFF_MILLIS);
                }
            }
        }
    }

    private static void sleepWithJitter(long millis) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis)));
    }
}
