package dev.parlance.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.KitAlone;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.testing.PlatformForTests;
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
@TestProfile(KitAlone.class)
@QuarkusTestResource(PlatformForTests.class)
class RelayTest {
    private static final int ROUNDS = 2;

    private record Named(String name, String topicPrefix) implements ServiceConfig {}

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
    SentRecords sentRecords;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final CountDownLatch rounds = new CountDownLatch(ROUNDS);

    @Test
    void anErrorEndsARoundAndNotTheRelay() throws InterruptedException {
        // Given a relay of a service of another name, so that the running one is left alone
        var producers = new FencedProducers(Map.of("bootstrap.servers", kafka), new Named("failing", "parlance."));
        var relay = new Relay(new FailsOnce(), new Held(), producers, config, failpoints, sentRecords, clock);
        // When
        relay.start(null);
        // Then
        assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        relay.stop(null);
    }

    /// Has nothing to send, and no memory at first.
    private final class FailsOnce extends Outbox {
        FailsOnce() {
            super(jdbi, transactions, quarantine);
        }

        @Override
        List<OutboxRow> oldest(long above, int limit, long bytes) {
            rounds.countDown();
            if (rounds.getCount() == ROUNDS - 1) {
                throw new OutOfMemoryError("on purpose");
            }
            return List.of();
        }
    }

    private final class Held extends Leases {
        Held() {
            super(jdbi);
        }

        @Override
        public boolean take(String name, Duration term) {
            return true;
        }

        @Override
        public void release(String name) {}
    }
}
