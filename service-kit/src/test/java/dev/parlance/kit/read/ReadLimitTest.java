package dev.parlance.kit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.http.ProblemResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Of two reads that may run and one that may wait.
class ReadLimitTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofHours(1);
    private static final int CONNECTIONS = 24;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void aReadBeyondTheLimitWaitsForOneToEnd() throws Exception {
        // Given
        ReadLimit limit = new ReadLimit(config(LONG), CONNECTIONS, registry);
        var ended = new CountDownLatch(1);
        try (var readers = Executors.newCachedThreadPool()) {
            List<Future<String>> slow = startSlowReads(limit, ended, readers);
            // When
            Future<String> next = readers.submit(() -> limit.call(() -> "next"));
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(gauge("parlance.read.waiting"))
                    .isEqualTo(1));
            assertThat(gauge("parlance.read.running")).isEqualTo(2);
            ended.countDown();
            // Then
            assertThat(next.get()).isEqualTo("next");
            for (Future<String> one : slow) {
                assertThat(one.get()).isEqualTo("slow");
            }
            assertThat(gauge("parlance.read.running")).isZero();
        }
    }

    @Test
    void whereAsManyWaitAsMayAFurtherOneIsRefusedAtOnce() {
        // Given
        ReadLimit limit = new ReadLimit(config(LONG), CONNECTIONS, registry);
        var ended = new CountDownLatch(1);
        try (var readers = Executors.newCachedThreadPool()) {
            startSlowReads(limit, ended, readers);
            var _ = readers.submit(() -> limit.call(() -> "waits"));
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(gauge("parlance.read.waiting"))
                    .isEqualTo(1));
            // Then
            assertThatExceptionOfType(TooManyReads.class)
                    .isThrownBy(() -> limit.call(() -> "refused"))
                    .satisfies(refusal -> {
                        ProblemResponse answer = ProblemResponse.of(refusal, "/v1/days");
                        assertThat(answer.body().status()).isEqualTo(503);
                        assertThat(answer.body().type()).isEqualTo("/problems/too-many-reads");
                        assertThat(answer.retryAfterSeconds().orElseThrow()).isBetween(1L, 3L);
                    });
            assertThat(registry.counter("parlance.read.refused").count()).isEqualTo(1);
            ended.countDown();
        }
    }

    @Test
    void aReadThatGetsNoPermitInTimeIsRefusedAndLeavesItsPlace() {
        // Given
        ReadLimit limit = new ReadLimit(config(Duration.ofMillis(1)), CONNECTIONS, registry);
        var ended = new CountDownLatch(1);
        try (var readers = Executors.newCachedThreadPool()) {
            startSlowReads(limit, ended, readers);
            // When
            for (int request = 0; request < 5; request++) {
                assertThatExceptionOfType(TooManyReads.class).isThrownBy(() -> limit.call(() -> "refused"));
            }
            ended.countDown();
        }
        // Then
        assertThat(limit.call(() -> "next")).isEqualTo("next");
    }

    @Test
    void aReadThatFailsGivesItsPermitBack() {
        ReadLimit limit = new ReadLimit(config(LONG), CONNECTIONS, registry);
        for (int request = 0; request < 5; request++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> limit.call(() -> {
                        throw new IllegalStateException("on purpose");
                    }));
        }
        assertThat(gauge("parlance.read.running")).isZero();
    }

    @Test
    void aServiceWhoseReadersCouldTakeAllConnectionsDoesNotStart() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new ReadLimit(config(LONG), 2, registry).start(null))
                .withMessageContaining("parlance.read.max-concurrent");
        assertThatCode(() -> new ReadLimit(config(LONG), 3, registry).start(null))
                .doesNotThrowAnyException();
    }

    /// Two that last until the latch opens.
    private static List<Future<String>> startSlowReads(ReadLimit limit, CountDownLatch ended, ExecutorService readers) {
        var running = new CountDownLatch(2);
        List<Future<String>> slow = new ArrayList<>();
        for (int read = 0; read < 2; read++) {
            slow.add(readers.submit(() -> limit.call(() -> {
                running.countDown();
                awaitLatch(ended);
                return "slow";
            })));
        }
        awaitLatch(running);
        return slow;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private static ReadConfig config(Duration waitTimeout) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReadConfig.class)
                .withDefaultValue("parlance.read.max-concurrent", "2")
                .withDefaultValue("parlance.read.max-waiting", "1")
                .withDefaultValue("parlance.read.wait-timeout", waitTimeout.toString())
                .build()
                .getConfigMapping(ReadConfig.class);
    }
}
