package dev.parlance.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.ServiceConfig;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.lease.Leases;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class RelayTest {
    private static final int ROUNDS = 2;

    private record FailingService(String name, String topicPrefix) implements ServiceConfig {}

    @Inject
    Jdbi jdbi;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    Quarantine quarantine;

    @Inject
    RelayConfig config;

    @Inject
    Failpoints failpoints;

    @Inject
    RelayMetrics sentRecords;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final CountDownLatch rounds = new CountDownLatch(ROUNDS);

    @Test
    void anErrorEndsABatchAndNotTheRelay() throws InterruptedException {
        // Given a relay of a service of another name, so that the running one is left alone
        var producers =
                new FencedProducers(Map.of("bootstrap.servers", kafka), new FailingService("failing", "parlance."));
        var relay = new Relay(
                new OutboxFailingOnce(), new LeasesAlwaysHeld(), producers, config, failpoints, sentRecords, clock);
        // When
        relay.start(null);
        // Then
        assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        relay.stop(null);
    }

    /// Has nothing to send, and at first throws an OutOfMemoryError.
    private final class OutboxFailingOnce extends Outbox {
        OutboxFailingOnce() {
            super(jdbi, transactions, quarantine);
        }

        @Override
        OutboxBatch findOldest(long above, int limit, long bytes) {
            rounds.countDown();
            if (rounds.getCount() == ROUNDS - 1) {
                throw new OutOfMemoryError("on purpose");
            }
            return new OutboxBatch(List.of(), 0, false);
        }
    }

    private final class LeasesAlwaysHeld extends Leases {
        LeasesAlwaysHeld() {
            super(jdbi);
        }

        @Override
        public boolean acquire(String name, Duration term) {
            return true;
        }

        @Override
        public void release(String name) {}
    }
}
