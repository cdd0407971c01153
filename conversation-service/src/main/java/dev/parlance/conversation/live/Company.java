package dev.parlance.conversation.live;

import dev.parlance.kit.intake.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// How long a consumer rests after a batch so that the next one grows: a batch costs some milliseconds, however small
/// it is, and where nobody listens nobody misses them. While somebody does, anywhere, it rests for as long as the batch
/// took: a machine that is busy spends its time better on larger batches.
@ApplicationScoped
public class Company {
    /// A batch that is no smaller, by one or the other, is large enough by itself; and much may wait behind it.
    private static final int FEW = 100;

    private static final int LITTLE = 64 << 10;

    private static final Duration LONGEST_WHILE_SOMEBODY_LISTENS = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Whoever listens says so once a minute ([LiveStreams]).
    private static final Duration LISTENING = Duration.ofSeconds(150);

    private final LiveLearners learners;
    private final LiveConfig config;
    private volatile long nextLook = System.nanoTime(); // no clock: one that is set back would stop the looks
    private volatile boolean listening = true;

    Company(LiveLearners learners, LiveConfig config) {
        this.learners = learners;
        this.config = config;
    }

    /// Rests after a batch.
    public void await(Taken batch) {
        if (batch.records() < FEW && batch.bytes() < LITTLE) {
            try {
                Thread.sleep(
                        isAnybodyListening() ? atMost(LONGEST_WHILE_SOMEBODY_LISTENS, batch.took()) : config.rest());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Duration atMost(Duration most, Duration took) {
        return took.compareTo(most) < 0 ? took : most;
    }

    /// As of the last second. When nobody knows, somebody is.
    private boolean isAnybodyListening() {
        long now = System.nanoTime();
        if (now - nextLook >= 0) {
            nextLook = now + LOOK.toNanos();
            try {
                listening = learners.anyWithin(LISTENING);
            } catch (RuntimeException e) {
                listening = true; // the batches say what is wrong
            }
        }
        return listening;
    }
}
