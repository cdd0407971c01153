package dev.parlance.kit.request;

import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.request.RequestMetrics.Abandoned;
import dev.parlance.kit.request.RequestMetrics.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Decides, when the turn of a waiting request comes, whether it is still worth any work: not after it has waited too
/// long, and not for a client that has gone. Otherwise the service would, after a burst, work for clients that have
/// given up and send again.
@ApplicationScoped
public class RequestDeadlines {
    private static final Logger LOG = Logger.getLogger(RequestDeadlines.class);

    private final RequestConfig config;
    private final RequestMetrics metrics;

    public RequestDeadlines(RequestConfig config, RequestMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    /// Whether work on a request should begin now; false if its client has gone.
    ///
    /// @throws Overloaded if it has waited too long
    public boolean isWanted(QueuePlace place) {
        if (!isClientWaiting(place)) {
            return false;
        }
        if (place.age(System.nanoTime()).compareTo(config.maxQueueTime()) > 0) {
            metrics.countRefused(Refusal.TOO_OLD);
            throw new Overloaded("The request has waited too long to be served; nothing was done, send it again");
        }
        return true;
    }

    /// Whether the client still waits for the response, however long it has waited. For work that has begun and is
    /// tried again.
    public boolean isClientWaiting(QueuePlace place) {
        if (!place.clientGone().getAsBoolean()) {
            return true;
        }
        metrics.countAbandoned(Abandoned.QUEUED);
        LOG.debugf(
                "event=request-abandoned queuedMillis=%d",
                place.age(System.nanoTime()).toMillis());
        return false;
    }
}
