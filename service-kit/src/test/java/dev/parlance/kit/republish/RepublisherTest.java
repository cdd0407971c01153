package dev.parlance.kit.republish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.testing.TestPlatform;
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

/// Runs without a broker, so that the outbox keeps what is put into it.
@QuarkusTest
@TestProfile(RepublisherTest.WithoutBroker.class)
@QuarkusTestResource(TestPlatform.class)
class RepublisherTest {
    private static final int MAX_OUTBOX_ROWS = 1_000; // the setting's default
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    public static final class WithoutBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new KitTestProfile().getConfigOverrides());
            settings.put("kafka.bootstrap.servers", "127.0.0.1:9"); // a port on which nothing listens
            return settings;
        }
    }

    @Inject
    Republications republications;

    @Inject
    NumberedEventSource source;

    @Inject
    Jdbi jdbi;

    private final String key = "default/" + UUID.randomUUID();

    /// Deletes the rows as a relay does.
    @BeforeEach
    void emptyTheOutbox() {
        jdbi.useHandle(handle -> handle.execute("delete from outbox"));
    }

    @Test
    void eventsAreRepublishedOnceInOrder() {
        source.put(key, 600);
        Republication done = awaitStatus(startRepublication(), JobStatus.COMPLETED);
        assertThat(done.sent()).isEqualTo(600);
        assertThat(done.total()).isEqualTo(600);
        assertThat(done.completedAt()).isNotNull();
        assertThat(outboxValues()).isEqualTo(numbers(0, 600));
    }

    @Test
    void theOutboxNeverExceedsItsBound() {
        // Given
        source.put(key, 3 * MAX_OUTBOX_ROWS);
        UUID order = startRepublication();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(outboxValues()).hasSize(MAX_OUTBOX_ROWS));
        assertThat(republications.jobs().get(order).total()).isEqualTo(3 * MAX_OUTBOX_ROWS);
        // When
        await().atMost(TIMEOUT).untilAsserted(() -> {
            emptyTheOutbox();
            assertThat(republications.jobs().get(order).status()).isEqualTo(JobStatus.COMPLETED);
        });
        // Then
        assertThat(source.maxOutboxRows()).isEqualTo(MAX_OUTBOX_ROWS);
    }

    @Test
    void aTransientFailureLosesAndDuplicatesNothing() {
        var failed = new AtomicBoolean();
        source.put(key, 600, first -> {
            if (first >= 250 && failed.compareAndSet(false, true)) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
            }
        });
        awaitStatus(startRepublication(), JobStatus.COMPLETED);
        assertThat(failed).isTrue();
        assertThat(outboxValues()).isEqualTo(numbers(0, 600));
    }

    @Test
    void aRepublicationThatFailsAgainAndAgainKeepsNoOtherWaiting() {
        // Given
        source.put(key, 600, _ -> {
            throw new IllegalStateException(new SQLException("too slow", "57014"));
        });
        UUID failing = startRepublication();
        source.put(key + "-next", 1);
        // When
        awaitStatus(
                republications.create(new Selection(key + "-next", null, null)).id(), JobStatus.COMPLETED);
        // Then
        assertThat(republications.jobs().get(failing).status()).isEqualTo(JobStatus.RUNNING);
        republications.jobs().cancel(failing.toString());
    }

    @Test
    void aLastingFailureEndsTheRepublicationWithAReason() {
        source.put(key, 600, first -> {
            if (first >= 250) {
                throw new IllegalStateException("permanent");
            }
        });
        Republication failed = awaitStatus(startRepublication(), JobStatus.FAILED);
        assertThat(failed.error()).contains("log").doesNotContain("permanent");
        assertThat(failed.sent()).isEqualTo(250);
        assertThat(outboxValues()).isEqualTo(numbers(0, 250));
    }

    @Test
    void theNextInstanceContinuesBehindTheLastPage() {
        source.put(key, 600);
        UUID order = UUID.randomUUID();
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into republication (id, key, place, sent, total, started_at)
                        values (:id, :key, '250', 250, 600, now())
                        """).bind("id", order).bind("key", key).execute());
        assertThat(awaitStatus(order, JobStatus.COMPLETED).sent()).isEqualTo(600);
        assertThat(outboxValues()).isEqualTo(numbers(250, 600));
    }

    @Test
    void aCancelledRepublicationStaysAsItIs() {
        // Given
        source.put(key, 3 * MAX_OUTBOX_ROWS);
        UUID order = startRepublication();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(outboxValues()).hasSize(MAX_OUTBOX_ROWS));
        // When
        republications.jobs().cancel(order.toString());
        emptyTheOutbox();
        // Then the next one runs
        source.put(key + "-next", 1);
        awaitStatus(
                republications.create(new Selection(key + "-next", null, null)).id(), JobStatus.COMPLETED);
        republications.jobs().cancel(order.toString());
        assertThat(republications.jobs().get(order)).satisfies(cancelled -> {
            assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(cancelled.sent()).isEqualTo(MAX_OUTBOX_ROWS);
        });
        for (String unknown : List.of(UUID.randomUUID().toString(), "nonsense")) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> republications.jobs().cancel(unknown));
        }
    }

    private UUID startRepublication() {
        return republications.create(new Selection(key, null, null)).id();
    }

    private Republication awaitStatus(UUID order, JobStatus status) {
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(republications.jobs().get(order).status()).isEqualTo(status));
        return republications.jobs().get(order);
    }

    private List<Integer> outboxValues() {
        return jdbi.withHandle(handle -> handle.createQuery("select value from outbox where key = :key order by id")
                .bind("key", key)
                .map((row, _) -> Integer.valueOf(new String(row.getBytes(1), UTF_8)))
                .list());
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
