package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.kit.problem.Overloaded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Limits the uploads and downloads that run through this instance at once, so that slow clients occupy a bounded
/// number of threads. A bulkhead of SmallRye Fault Tolerance does not replace it: its permit ends with the call, and
/// that of a download when its stream is closed.
@ApplicationScoped
class AudioStreamLimit {
    private final Semaphore permits;

    AudioStreamLimit(AudioConfig config) {
        this.permits = new Semaphore(config.maxConcurrentStreams());
    }

    /// @throws Overloaded if the limit is reached
    <T> T callWithPermit(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            release();
        }
    }

    /// For work that ends on another thread; [#release] must follow.
    void acquire() {
        if (!permits.tryAcquire()) {
            throw new Overloaded("More sound is on its way than the service takes at once; send it again");
        }
    }

    void release() {
        permits.release();
    }
}
