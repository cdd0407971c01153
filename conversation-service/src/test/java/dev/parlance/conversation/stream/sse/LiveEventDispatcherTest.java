package dev.parlance.conversation.stream.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveConfig;
import dev.parlance.conversation.stream.event.LiveEvent;
import dev.parlance.conversation.stream.event.LiveEvents;
import dev.parlance.conversation.stream.event.LiveMessage;
import dev.parlance.conversation.stream.event.LiveSubscriptions;
import dev.parlance.conversation.stream.event.PublishLiveEvents;
import dev.parlance.kit.testing.TestPlatform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class LiveEventDispatcherTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @Inject
    LiveSubscriptions subscriptions;

    @Inject
    LiveEvents events;

    @Inject
    LiveConfig config;

    @Inject
    PublishLiveEvents publishLiveEvents;

    @Test
    void anErrorDoesNotEndTheStreamsOfTheInstance() {
        // Given
        var dispatcher = new LiveEventDispatcher(subscriptions, events, config, new SimpleMeterRegistry());
        dispatcher.start(new StartupEvent());
        var learner = new Learner("default", "live-" + UUID.randomUUID());
        var subscriber =
                new FailingOnce(learner, subscriptions.register(learner).position());
        dispatcher.add(subscriber);
        // When
        publishLiveEvents.publish(
                List.of(new LiveMessage(learner, new UUID(0, 1), null, "turn", UUID.randomUUID(), "{}")), List.of());
        // Then
        try {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(subscriber.received).hasSize(1));
        } finally {
            dispatcher.remove(subscriber);
            dispatcher.stop(new ShutdownEvent());
        }
    }

    /// The first delivery to it fails by an error.
    private static final class FailingOnce implements LiveSubscriber {
        private final Learner learner;
        private final AtomicInteger deliveries = new AtomicInteger();
        private final List<LiveEvent> received = new CopyOnWriteArrayList<>();
        private volatile long position;

        FailingOnce(Learner learner, long position) {
            this.learner = learner;
            this.position = position;
        }

        @Override
        public Learner learner() {
            return learner;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void markBehind() {}

        @Override
        public void deliver(List<LiveEvent> newEvents, long upTo) {
            if (deliveries.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("in a test");
            }
            received.addAll(newEvents);
            position = upTo;
        }
    }
}
