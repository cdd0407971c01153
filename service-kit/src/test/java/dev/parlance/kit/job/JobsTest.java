package dev.parlance.kit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.http.ProblemResponse;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders of jobs, in the table of the republications; nobody works on them, because another instance holds the lease.
@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class JobsTest {
    private static final int MAX_OPEN_JOBS = 3;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    private Jobs<UUID> jobs;

    @BeforeEach
    void takeTheLease() {
        jobs = new Jobs<>(
                jdbi, clock, "republication", "job", () -> MAX_OPEN_JOBS, (row, _) -> row.getObject("id", UUID.class));
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into lease (name, holder, expires_at)
                    values ('republish', gen_random_uuid(), now() + interval '1 day')
                    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                    """);
            handle.execute("delete from republication");
        });
    }

    @AfterEach
    void giveTheLeaseBack() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from republication");
            handle.execute("delete from lease where name = 'republish'");
        });
    }

    @Test
    void whatIsOrderedAgainWhileItRunsIsTheSameJob() {
        UUID first = order("default/hana", null);
        assertThat(order("default/hana", null)).isEqualTo(first);
        assertThat(order("default/hana", Instant.EPOCH)).isNotEqualTo(first);
        assertThat(count()).isEqualTo(2);
        jobs.cancel(first.toString());
        assertThat(order("default/hana", null)).isNotEqualTo(first);
    }

    @Test
    void concurrentOrdersOfTheSameAreOneJob() throws Exception {
        try (var operators = Executors.newFixedThreadPool(8)) {
            for (Future<UUID> one :
                    operators.invokeAll(Collections.<Callable<UUID>>nCopies(16, () -> order("default/hana", null)))) {
                assertThat(one.get()).isNotNull();
            }
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void asManyJobsAreOpenAsMay() {
        // Given
        List<UUID> open = List.of(order("a", null), order("b", null), order("c", null));
        // Then
        assertThatExceptionOfType(TooManyJobs.class)
                .isThrownBy(() -> order("d", null))
                .satisfies(refusal -> {
                    ProblemResponse answer = ProblemResponse.of(refusal, "/v1/admin/republish");
                    assertThat(answer.body().status()).isEqualTo(429);
                    assertThat(answer.body().limit()).isEqualTo(MAX_OPEN_JOBS);
                    assertThat(answer.retryAfterSeconds()).contains(60L);
                });
        assertThat(order("a", null)).isEqualTo(open.getFirst());
        jobs.finish(open.getLast(), JobStatus.COMPLETED, null);
        assertThat(order("d", null)).isNotIn(open);
    }

    @Test
    void aJobThatFailsAgainAndAgainLetsTheOthersGoFirst() {
        // Given
        List<UUID> both = List.of(order("a", null), order("b", null));
        UUID failing = jobs.nextRunning().orElseThrow();
        // When
        jobs.recordFailure(failing, new IllegalStateException("on purpose"));
        // Then
        UUID next = jobs.nextRunning().orElseThrow();
        assertThat(both).containsExactlyInAnyOrder(failing, next);
        jobs.finish(next, JobStatus.COMPLETED, null);
        assertThat(jobs.nextRunning()).contains(failing);
    }

    private UUID order(String key, Instant from) {
        Map<String, Object> task = new HashMap<>();
        task.put("key", key);
        task.put("from_at", from);
        task.put("to_at", null);
        return QuarkusTransaction.requiringNew().call(() -> jobs.order(task));
    }

    private int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from republication")
                .mapTo(Integer.class)
                .one());
    }
}
