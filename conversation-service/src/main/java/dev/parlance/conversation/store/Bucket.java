package dev.parlance.conversation.store;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Makes the bucket once S3 answers. The service starts without it: an S3 that is away keeps no turn out.
@ApplicationScoped
class Bucket {
    private static final Logger LOG = Logger.getLogger(Bucket.class);

    private final ObjectStore store;
    private volatile boolean stands;

    Bucket(ObjectStore store) {
        this.store = store;
    }

    /// A bucket that somebody takes away while the service runs is noticed by its refusals, and made at the next
    /// start.
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ensure() {
        if (stands || !store.isConfigured()) {
            return;
        }
        try {
            if (store.ensureBucket()) {
                LOG.info("event=bucket-made");
            }
            stands = true;
        } catch (StoreUnavailable unavailable) {
            LOG.infof("event=bucket-waits cause=%s", unavailable.reason());
        }
    }
}
