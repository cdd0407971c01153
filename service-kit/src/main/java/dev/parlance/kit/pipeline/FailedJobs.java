package dev.parlance.kit.pipeline;

import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// What a job that runs by the clock failed of. It will run again: a database that is away is no error, and needs no
/// stack trace (the scheduler's own line, with both, is switched off in microprofile-config.properties).
@ApplicationScoped
class FailedJobs {
    private static final Logger LOG = Logger.getLogger(FailedJobs.class);

    private volatile boolean stopping;

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    void failed(@Observes FailedExecution failure) {
        String job = failure.getExecution().getTrigger().getMethodDescription();
        if (stopping) {
            LOG.debugf("event=job-cut-off job=%s cause=%s", job, TransientFailure.brief(failure.getException()));
        } else if (TransientFailure.isTransient(failure.getException())) {
            LOG.warnf("event=job-postponed job=%s cause=%s", job, TransientFailure.brief(failure.getException()));
        } else {
            LOG.errorf(failure.getException(), "event=job-failed job=%s", job);
        }
    }
}
