package dev.parlance.conversation.audio.storage;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Creates the bucket once S3 answers. The service starts without it, so turns are accepted while S3 is unavailable.
@ApplicationScoped
class CreateBucket {
    private static final Logger LOG = Logger.getLogger(CreateBucket.class);

    private final ObjectStore store;
    private volatile boolean exists;

    CreateBucket(ObjectStore store) {
        this.store = store;
    }

    /// A bucket that is deleted while the service runs is created again only at the next start; until then calls
    /// fail.
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void createIfMissing() {
        if (exists || !store.isConfigured()) {
            return;
        }
        try {
            if (store.createBucketIfMissing()) {
                LOG.info("event=bucket-created");
            }
            exists = true;
        } catch (ObjectStoreUnavailable unavailable) {
            LOG.infof("event=bucket-creation-postponed cause=%s", unavailable.reason());
        }
    }
}
