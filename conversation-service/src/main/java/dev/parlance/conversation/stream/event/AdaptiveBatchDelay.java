package dev.parlance.conversation.stream.event;

import dev.parlance.kit.consumer.BatchStats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Delays a consumer after a small batch, so that the next one is larger: a batch costs some milliseconds, however
/// small it is. Without live subscribers nobody waits for the events, and the delay is long. With subscribers on any
/// instance it is as long as the batch took, at most 50 ms, because a busy machine needs larger batches.
@ApplicationScoped
public class AdaptiveBatchDelay {
    /// A batch of so many records, or so many bytes, is large enough and is followed by no delay.
    private static final int SMALL_BATCH_RECORDS = 100;

    private static final int SMALL_BATCH_BYTES = 64 << 10;

    private static final Duration MAX_DELAY_WITH_SUBSCRIBERS = Duration.ofMillis(50);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final LiveSubscriptions subscriptions;
    private final LiveConfig config;
    private volatile long nextCheckNanos = System.nanoTime(); // not the clock, which may be set back
    private volatile boolean hasSubscribers = true;

    AdaptiveBatchDelay(LiveSubscriptions subscriptions, LiveConfig config) {
        this.subscriptions = subscriptions;
        this.config = config;
    }

    /// Delays the caller after this batch.
    public void delayAfter(BatchStats batch) {
        if (batch.records() < SMALL_BATCH_RECORDS && batch.bytes() < SMALL_BATCH_BYTES) {
            try {
                Thread.sleep(
                        checkSubscribers()
                                ? shorterOf(MAX_DELAY_WITH_SUBSCRIBERS, batch.duration())
                                : config.idleBatchDelay());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Duration shorterOf(Duration one, Duration other) {
        return other.compareTo(one) < 0 ? other : one;
    }

    /// Whether there are subscribers, as of the last second; true if that is unknown.
    private boolean checkSubscribers() {
        long now = System.nanoTime();
        if (now - nextCheckNanos >= 0) {
            nextCheckNanos = now + CHECK_INTERVAL.toNanos();
            try {
                hasSubscribers = subscriptions.existsWithin(LiveSubscriptions.SUBSCRIPTION_TIMEOUT);
            } catch (RuntimeException e) {
                hasSubscribers = true; // the batches report the failure
            }
        }
        return hasSubscribers;
    }
}
