package dev.parlance.kit.republish;

import dev.parlance.kit.order.OrderStatus;
import dev.parlance.kit.outbox.Leases;
import dev.parlance.kit.problem.TransientFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Works on the orders, page by page, from one instance at a time, and slowly enough for the turns of this moment:
/// at a bounded rate, and only while the outbox has room. An order outlives its instance: whoever takes the lease
/// goes on behind the last page.
@ApplicationScoped
public class Republisher {
    private static final Logger LOG = Logger.getLogger(Republisher.class);
    private static final String LEASE = "republish";
    private static final Duration TERM = Duration.ofSeconds(10);
    private static final Duration NOTHING_TO_DO = Duration.ofMillis(500);
    private static final Duration NO_ROOM = Duration.ofMillis(20);
    private static final int LARGEST_PAGE = 250;

    private final Republications republications;
    private final RepublishPage page;
    private final Leases leases;
    private final RepublishConfig config;
    private final Pace pace;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("republisher").daemon().unstarted(this::run);

    Republisher(Republications republications, RepublishPage page, Leases leases, RepublishConfig config) {
        this.republications = republications;
        this.page = page;
        this.leases = leases;
        this.config = config;
        this.pace = new Pace(config.rate(), System::nanoTime);
    }

    void start(@Observes StartupEvent event) {
        if (page.isOfUse()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread.isAlive()) {
            thread.join(TERM);
        }
    }

    private void run() {
        try {
            Duration rest = Duration.ZERO;
            while (!stopping.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                rest = step();
            }
            leases.release(LEASE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debugf("event=lease-not-released cause=%s", TransientFailure.brief(e));
        }
    }

    /// @return how long to rest before the next step
    private Duration step() {
        try {
            Optional<Republication> order = republications.orders().oldestRunning();
            return order.isPresent() && leases.take(LEASE, TERM) ? workOn(order.get()) : NOTHING_TO_DO;
        } catch (RuntimeException | Error e) {
            LOG.warnf("event=republish-paused cause=%s", TransientFailure.brief(e));
            return NOTHING_TO_DO;
        }
    }

    private Duration workOn(Republication order) {
        int limit = Math.clamp(config.rate(), PastEvents.SMALLEST_PAGE, Math.min(LARGEST_PAGE, config.waiting()));
        if (republications.waitingToBeSent(config.waiting()) + limit > config.waiting()) {
            return NO_ROOM;
        }
        try {
            if (order.place() == null) {
                LOG.infof("event=republish-begins id=%s", order.id());
                count(order);
            }
            return pace.after(page.next(order, limit));
        } catch (RuntimeException e) {
            if (TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "event=republish-failed id=%s place=%s", order.id(), order.place());
            republications
                    .orders()
                    .end(
                            order.id(),
                            OrderStatus.FAILED,
                            "A fact could not be told again; the service's log has the cause");
            return Duration.ZERO;
        }
    }

    private void count(Republication order) {
        try {
            page.count(order);
        } catch (RuntimeException e) {
            LOG.warnf("event=republish-not-counted id=%s cause=%s", order.id(), TransientFailure.brief(e));
        }
    }
}
