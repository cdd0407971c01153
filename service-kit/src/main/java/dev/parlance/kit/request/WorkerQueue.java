package dev.parlance.kit.request;

import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.request.RequestMetrics.Abandoned;
import dev.parlance.kit.request.RequestMetrics.Refusal;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// The requests of this instance that wait for a worker thread. Their number is limited.
///
/// `quarkus.thread-pool.queue-size` does not replace it: the pool also runs consumers and schedules, and a request that
/// the pool rejects is answered 500 without a problem.
@Startup
@ApplicationScoped
class WorkerQueue {
    private final RequestDeadlines deadlines;
    private final RequestConfig config;
    private final RequestMetrics metrics;
    private final AtomicInteger queued = new AtomicInteger();

    WorkerQueue(RequestDeadlines deadlines, RequestConfig config, RequestMetrics metrics) {
        this.deadlines = deadlines;
        this.config = config;
        this.metrics = metrics;
        metrics.registerQueue(queued::get);
    }

    /// A request in the queue, until one of its methods is called.
    final class QueuedRequest {
        private final QueuePlace place;
        private final AtomicBoolean left = new AtomicBoolean();

        private QueuedRequest(QueuePlace place) {
            this.place = place;
        }

        /// The request has got its thread.
        ///
        /// @return whether it is still to be served; false if its client has gone
        /// @throws Overloaded if it has waited too long
        boolean begin() {
            if (!leave() || !deadlines.isWanted(place)) {
                return false;
            }
            metrics.recordQueueTime(place.age(System.nanoTime()));
            return true;
        }

        /// The connection has ended, perhaps after the request was served. Quarkus calls no further filter where it
        /// has ended before.
        void connectionEnded() {
            if (leave()) {
                metrics.countAbandoned(Abandoned.QUEUED);
            }
        }

        private boolean leave() {
            boolean first = left.compareAndSet(false, true);
            if (first) {
                queued.decrementAndGet();
            }
            return first;
        }
    }

    /// Takes a place in the queue.
    ///
    /// @param clientGone whether nobody waits for the response any more
    /// @throws Overloaded if too many wait
    QueuedRequest enter(BooleanSupplier clientGone) {
        if (queued.incrementAndGet() > config.maxQueuedRequests()) {
            queued.decrementAndGet();
            metrics.countRefused(Refusal.QUEUE_FULL);
            throw new Overloaded("More requests wait than the service takes; nothing was done, send it again");
        }
        return new QueuedRequest(QueuePlace.takenNow(clientGone));
    }
}
