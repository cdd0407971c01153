package dev.parlance.kit.health;

import dev.parlance.kit.jdbc.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// Logs failures of scheduled jobs. The job runs again, so a transient failure gets one line without a stack trace
/// (the line of the scheduler, which has one, is switched off in microprofile-config.properties).
@ApplicationScoped
class ScheduledFailureLogger {
    private static final Logger LOG = Logger.getLogger(ScheduledFailureLogger.class);

    private volatile boolean stopping;

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    void failed(@Observes FailedExecution failure) {
        String job = failure.getExecution().getTrigger().getMethodDescription();
        if (stopping) {
            LOG.debugf(
                    "event=job-interrupted-by-shutdown job=%s cause=%s",
                    job, TransientFailure.brief(failure.getException()));
        } else if (TransientFailure.isTransient(failure.getException())) {
            LOG.warnf(
                    "event=job-failed-transiently job=%s cause=%s",
                    job, TransientFailure.brief(failure.getException()));
        } else {
            LOG.errorf(failure.getException(), "event=job-failed job=%s", job);
        }
    }
}
