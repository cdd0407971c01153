package dev.parlance.kit.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/// The door for writes: open while what waits in the outbox is within its bounds, by the latest measurement.
@ApplicationScoped
public class Admission {
    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final int SHORTEST_WAIT_SECONDS = 3;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final AdmissionConfig config;
    private volatile boolean closed;

    Admission(AdmissionConfig config) {
        this.config = config;
    }

    public boolean isClosed() {
        return closed;
    }

    /// Long enough for the relay to make room (thousands of rows), and not the same for everybody, or all who were
    /// refused come back at once.
    Duration retryAfter() {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(SHORTEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS + 1));
    }

    void decide(Backlog.Waiting waiting) {
        boolean close = waiting.rows() > config.maxRows() || waiting.oldest().compareTo(config.maxAge()) > 0;
        if (close != closed) {
            closed = close;
            LOG.warnf(
                    "event=admission-%s rows=%d oldestSeconds=%d",
                    close ? "closed" : "opened",
                    waiting.rows(),
                    waiting.oldest().toSeconds());
        }
    }
}
