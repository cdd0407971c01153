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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
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

    @Test
    void rowsThatAreSentOneByOneAreSentOnlyWhileTheLeaseIsHeld() throws InterruptedException {
        // Given ten rows, of which the last is larger than any broker takes, and a lease that is renewed twice
        var producers =
                new FencedProducers(Map.of("bootstrap.servers", kafka), new FailingService("one-by-one", "parlance."));
        var rows = new OutboxOfTenRows();
        var leases = new LeasesHeldForThreeCalls();
        var relay = new Relay(rows, leases, producers, new ExpiredLeaseConfig(config), failpoints, sentRecords, clock);
        // When
        relay.start(null);
        // Then the call that was refused ended the batch, and the next one came from the next step
        assertThat(leases.refusals.await(120, TimeUnit.SECONDS)).isTrue();
        assertThat(rows.sent).containsExactly(1L, 2L);
        relay.stop(null);
    }

    /// Rows of which the last can never be sent.
    private final class OutboxOfTenRows extends Outbox {
        private final List<Long> sent = new CopyOnWriteArrayList<>();

        OutboxOfTenRows() {
            super(jdbi, transactions, quarantine);
        }

        @Override
        OutboxBatch findOldest(long above, int limit, long bytes) {
            List<OutboxRow> rows = LongStream.rangeClosed(1, 10)
                    .mapToObj(id -> new OutboxRow(
                            id, "parlance.analysis-events", "default/one-by-one", "", new byte[id < 10 ? 1 : 9 << 20]))
                    .toList();
            return new OutboxBatch(rows, 0, false);
        }

        @Override
        long delete(List<OutboxRow> rows) {
            rows.forEach(row -> sent.add(row.id()));
            return 1;
        }

        @Override
        long moveToQuarantine(OutboxRow row, String reason) {
            return delete(List.of(row));
        }
    }

    private final class LeasesHeldForThreeCalls extends Leases {
        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch refusals = new CountDownLatch(2);

        LeasesHeldForThreeCalls() {
            super(jdbi);
        }

        @Override
        public boolean acquire(String name, Duration term) {
            boolean held = calls.incrementAndGet() <= 3;
            if (!held) {
                refusals.countDown();
            }
            return held;
        }

        @Override
        public void release(String name) {}
    }

    /// With a lease that has to be renewed whenever it is asked for.
    private record ExpiredLeaseConfig(RelayConfig others) implements RelayConfig {
        @Override
        public int maxBatchRows() {
            return others.maxBatchRows();
        }

        @Override
        public Duration leaseDuration() {
            return Duration.ZERO;
        }

        @Override
        public Duration minPause() {
            return others.minPause();
        }

        @Override
        public Duration pollInterval() {
            return others.pollInterval();
        }
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
