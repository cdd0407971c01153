package dev.parlance.kit.admission;

import dev.parlance.kit.outbox.BacklogSize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/// Whether writes are admitted: while the outbox is within its bounds, by the latest measurement.
@ApplicationScoped
public class Admission {
    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final int MIN_RETRY_AFTER_SECONDS = 3;
    private static final int MAX_RETRY_AFTER_SECONDS = 10;

    private final AdmissionConfig config;
    private volatile boolean closed;

    Admission(AdmissionConfig config) {
        this.config = config;
    }

    public boolean isClosed() {
        return closed;
    }

    /// Long enough for the relay to send thousands of rows, and random, so that clients that were refused do not all
    /// come back at once.
    Duration retryAfter() {
        return Duration.ofSeconds(
                ThreadLocalRandom.current().nextInt(MIN_RETRY_AFTER_SECONDS, MAX_RETRY_AFTER_SECONDS + 1));
    }

    void update(BacklogSize backlog) {
        boolean close = backlog.rows() > config.maxRows() || backlog.oldestAge().compareTo(config.maxAge()) > 0;
        if (close != closed) {
            closed = close;
            LOG.warnf(
                    "event=admission-%s rows=%d oldestSeconds=%d",
                    close ? "closed" : "opened",
                    backlog.rows(),
                    backlog.oldestAge().toSeconds());
        }
    }
}
