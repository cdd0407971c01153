package dev.parlance.kit.republish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.KitAlone;
import dev.parlance.kit.order.OrderStatus;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// There is no broker, so that the outbox shows what was put into it.
@QuarkusTest
@TestProfile(RepublisherTest.WithoutBroker.class)
@QuarkusTestResource(PlatformForTests.class)
class RepublisherTest {
    private static final int MAY_WAIT = 1_000; // the setting's default
    private static final Duration LONG = Duration.ofSeconds(120);

    public static final class WithoutBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new KitAlone().getConfigOverrides());
            settings.put("kafka.bootstrap.servers", "127.0.0.1:9"); // where nobody listens
            return settings;
        }
    }

    @Inject
    Republications republications;

    @Inject
    NumberedPast past;

    @Inject
    Jdbi jdbi;

    private final String key = "default/" + UUID.randomUUID();

    /// As a relay would do it.
    @BeforeEach
    void emptyTheOutbox() {
        jdbi.useHandle(handle -> handle.execute("delete from outbox"));
    }

    @Test
    void thePastIsToldOnceInItsOrder() {
        past.give(key, 600);
        Republication done = awaitStatus(order(), OrderStatus.COMPLETED);
        assertThat(done.sent()).isEqualTo(600);
        assertThat(done.total()).isEqualTo(600);
        assertThat(done.completedAt()).isNotNull();
        assertThat(told()).isEqualTo(numbers(0, 600));
    }

    @Test
    void aFullOutboxIsNeverMadeFuller() {
        // Given
        past.give(key, 3 * MAY_WAIT);
        UUID order = order();
        await().atMost(LONG).untilAsserted(() -> assertThat(told()).hasSize(MAY_WAIT));
        assertThat(republications.orders().get(order).total()).isEqualTo(3 * MAY_WAIT);
        // When
        await().atMost(LONG).untilAsserted(() -> {
            emptyTheOutbox();
            assertThat(republications.orders().get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        });
        // Then
        assertThat(past.fullest()).isEqualTo(MAY_WAIT);
    }

    @Test
    void aFailureThatPassesLosesAndDoublesNothing() {
        var away = new AtomicBoolean();
        past.give(key, 600, first -> {
            if (first >= 250 && away.compareAndSet(false, true)) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
            }
        });
        awaitStatus(order(), OrderStatus.COMPLETED);
        assertThat(away).isTrue();
        assertThat(told()).isEqualTo(numbers(0, 600));
    }

    @Test
    void aFailureThatStaysEndsTheOrderWithASentence() {
        past.give(key, 600, first -> {
            if (first >= 250) {
                throw new IllegalStateException("permanent");
            }
        });
        Republication failed = awaitStatus(order(), OrderStatus.FAILED);
        assertThat(failed.error()).contains("log").doesNotContain("permanent");
        assertThat(failed.sent()).isEqualTo(250);
        assertThat(told()).isEqualTo(numbers(0, 250));
    }

    @Test
    void whoComesAfterAKilledInstanceGoesOnBehindTheLastPage() {
        past.give(key, 600);
        UUID order = UUID.randomUUID();
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into republication (id, key, place, sent, total, started_at)
                        values (:id, :key, '250', 250, 600, now())
                        """).bind("id", order).bind("key", key).execute());
        assertThat(awaitStatus(order, OrderStatus.COMPLETED).sent()).isEqualTo(600);
        assertThat(told()).isEqualTo(numbers(250, 600));
    }

    @Test
    void whatIsCancelledStaysAsItIs() {
        // Given
        past.give(key, 3 * MAY_WAIT);
        UUID order = order();
        await().atMost(LONG).untilAsserted(() -> assertThat(told()).hasSize(MAY_WAIT));
        // When
        republications.orders().cancel(order.toString());
        emptyTheOutbox();
        // Then the next one has its turn
        past.give(key + "-next", 1);
        awaitStatus(
                republications.order(new Selection(key + "-next", null, null)).id(), OrderStatus.COMPLETED);
        republications.orders().cancel(order.toString());
        assertThat(republications.orders().get(order)).satisfies(cancelled -> {
            assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(cancelled.sent()).isEqualTo(MAY_WAIT);
        });
        for (String unknown : List.of(UUID.randomUUID().toString(), "nonsense")) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> republications.orders().cancel(unknown));
        }
    }

    private UUID order() {
        return republications.order(new Selection(key, null, null)).id();
    }

    private Republication awaitStatus(UUID order, OrderStatus status) {
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(republications.orders().get(order).status()).isEqualTo(status));
        return republications.orders().get(order);
    }

    private List<Integer> told() {
        return jdbi.withHandle(handle -> handle.createQuery("select value from outbox where key = :key order by id")
                .bind("key", key)
                .map((row, _) -> Integer.valueOf(new String(row.getBytes(1), UTF_8)))
                .list());
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
