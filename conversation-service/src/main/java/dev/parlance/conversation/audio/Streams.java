package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.Overloaded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// How much sound passes through this instance at once: so much, and no more threads are held by those who are slow.
@ApplicationScoped
class Streams {
    private final Semaphore places;

    Streams(AudioConfig config) {
        this.places = new Semaphore(config.streams());
    }

    /// @throws Overloaded if too many are on their way
    <T> T within(Supplier<T> work) {
        take();
        try {
            return work.get();
        } finally {
            giveBack();
        }
    }

    /// For work that ends elsewhere; [#giveBack] must follow.
    void take() {
        if (!places.tryAcquire()) {
            throw new Overloaded("More sound is on its way than the service takes at once; send it again");
        }
    }

    void giveBack() {
        places.release();
    }
}
