package dev.parlance.summary.operations.recompute;

import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.summary.LeasedLoop;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Processes recompute requests on one instance at a time, so that they slow the consumers down as little as possible.
/// Two instances at once would do no harm: a request is locked while it is processed. A request that fails is put off,
/// and the next one follows.
@ApplicationScoped
class RecomputeScheduler {
    private static final Logger LOG = Logger.getLogger(RecomputeScheduler.class);
    private static final Duration LEASE_DURATION = Duration.ofSeconds(10);

    private final RecomputeRequests requests;
    private final RecomputeDays recomputeDays;
    private final LeasedLoop loop;

    RecomputeScheduler(RecomputeRequests requests, RecomputeDays recomputeDays, LeasedLoop loop) {
        this.requests = requests;
        this.recomputeDays = recomputeDays;
        this.loop = loop;
    }

    @Scheduled(
            every = "{parlance.summary.recompute-poll-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void processRequests() {
        loop.runWhileWork("recompute", LEASE_DURATION, this::processNext);
    }

    /// Processes one batch of the request that is due.
    ///
    /// @return whether there was one
    boolean processNext() {
        Optional<Long> due = requests.findDue();
        due.ifPresent(this::process);
        return due.isPresent();
    }

    private void process(long request) {
        try {
            recomputeDays.recompute(request);
        } catch (RuntimeException e) {
            int attempts = requests.postpone(request); // fails while the database is away: then all requests wait
            if (TransientFailure.isTransient(e)) {
                LOG.warnf(
                        "event=recompute-postponed id=%d attempts=%d cause=%s",
                        request, attempts, TransientFailure.brief(e));
            } else {
                LOG.errorf(e, "event=recompute-failed id=%d attempts=%d", request, attempts);
            }
        }
    }
}
