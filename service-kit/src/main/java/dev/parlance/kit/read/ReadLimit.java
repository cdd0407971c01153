package dev.parlance.kit.read;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A limit on the requests of this instance that read the database at once: consumers, writers and the relay share the
/// connection pool with them, and must always find a free connection. Reads wait for each other in the order of their
/// arrival; only so many may wait, and only so long.
@ApplicationScoped
public class ReadLimit {
    private static final int MAX_RETRY_AFTER_SECONDS = 3;

    private final ReadConfig config;
    private final int connections;
    private final Semaphore permits;
    /// For those that read and those that wait.
    private final Semaphore places;

    private final Counter refused;

    ReadLimit(
            ReadConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            MeterRegistry registry) {
        this.config = config;
        this.connections = connections;
        this.permits = new Semaphore(config.maxConcurrent(), true);
        this.places = new Semaphore(config.maxConcurrent() + config.maxWaiting());
        this.refused = registry.counter("parlance.read.refused");
        registry.gauge("parlance.read.running", permits, free -> config.maxConcurrent() - free.availablePermits());
        registry.gauge("parlance.read.waiting", permits, Semaphore::getQueueLength);
    }

    /// A limit that is none stops the start of the service.
    void start(@Observes StartupEvent event) {
        if (config.maxConcurrent() >= connections) {
            throw new IllegalStateException(
                    "parlance.read.max-concurrent (%d) must be less than quarkus.datasource.jdbc.max-size (%d)"
                            .formatted(config.maxConcurrent(), connections));
        }
    }

    /// Reads with a permit; for code that no interceptor reaches.
    ///
    /// @throws TooManyReads if there is none in time
    public <T> T call(Supplier<T> read) {
        acquire();
        try {
            return read.get();
        } finally {
            release();
        }
    }

    /// Waits for a permit; [#release] must follow.
    ///
    /// @throws TooManyReads if there is none in time
    void acquire() {
        if (!places.tryAcquire()) {
            throw refusal();
        }
        boolean acquired = false;
        try {
            acquired = permits.tryAcquire(config.waitTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!acquired) {
                places.release();
            }
        }
        if (!acquired) {
            throw refusal();
        }
    }

    void release() {
        permits.release();
        places.release();
    }

    /// With a random time, so that clients that were refused do not all come back at once.
    private TooManyReads refusal() {
        refused.increment();
        return new TooManyReads(
                Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, MAX_RETRY_AFTER_SECONDS + 1)));
    }
}
