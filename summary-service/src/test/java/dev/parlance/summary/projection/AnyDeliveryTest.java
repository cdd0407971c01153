package dev.parlance.summary.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.module.ModuleRefreshRunner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Any delivery of the same events (in any order, with duplicates, in any batches) gives the same tables. Each seed is
/// a day of its own tenant, so that many share a transaction. `-Dparlance.seed=17` runs one alone.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AnyDeliveryTest {
    private static final int SEEDS = Integer.getInteger("parlance.seeds", 100);
    private static final int GROUP_SIZE = 100;
    private static final List<String> TABLES = List.of("turn_fact", "learner_day", "module_learner_day", "module_day");

    @Inject
    TurnDelivery projection;

    @Inject
    ModuleRefreshRunner modules;

    @Inject
    SummaryFixture days;

    @Test
    void anyDeliveryGivesTheSameSummary() {
        // Given
        List<Long> seeds = seeds(SEEDS);
        inGroups(
                seeds,
                group -> projection.deliver(group.stream()
                        .flatMap(seed -> new RandomDay(seed).inOrder("truth-" + seed).stream())
                        .toList()));
        // When
        inGroups(seeds, group -> deliverRandomly(group, "seed-", 0));
        modules.refreshUntilClean();
        // Then
        assertSameTables("seed-", "truth-", seeds);
    }

    @Test
    void twoWritersAtOnceGiveTheSameSummary() throws Exception {
        // Given
        List<Long> seeds = seeds(GROUP_SIZE / 2);
        projection.deliver(seeds.stream()
                .flatMap(seed -> new RandomDay(seed).inOrder("alone-" + seed).stream())
                .toList());
        // When
        try (var writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = List.of(
                    writers.submit(() -> deliverRandomly(seeds, "both-", 1)),
                    writers.submit(() -> deliverRandomly(seeds, "both-", 2)));
            modules.refreshUntilClean();
            for (Future<?> one : both) {
                one.get();
            }
        }
        modules.refreshUntilClean();
        // Then
        assertSameTables("both-", "alone-", seeds);
    }

    /// Delivers the first batch of every seed, then the second of every seed, and so on.
    private void deliverRandomly(List<Long> seeds, String tenants, long way) {
        List<List<List<TurnAnalyzed>>> deliveries = seeds.stream()
                .map(seed -> new RandomDay(seed).inRandomBatches(tenants + seed, way))
                .toList();
        int rounds = deliveries.stream().mapToInt(List::size).max().orElse(0);
        for (int at = 0; at < rounds; at++) {
            int round = at;
            projection.deliver(deliveries.stream()
                    .filter(batches -> batches.size() > round)
                    .flatMap(batches -> batches.get(round).stream())
                    .toList());
        }
    }

    private void assertSameTables(String actual, String expected, List<Long> seeds) {
        for (String table : TABLES) {
            Map<String, List<String>> found = days.rows(table, actual);
            Map<String, List<String>> truth = days.rows(table, expected);
            for (Long seed : seeds) {
                assertThat(truth.get(seed.toString()))
                        .as("truth of seed %d in %s", seed, table)
                        .isNotEmpty();
                assertThat(found.get(seed.toString()))
                        .as("seed %d in %s: run it alone with -Dparlance.seed=%d", seed, table, seed)
                        .isEqualTo(truth.get(seed.toString()));
            }
        }
    }

    private static List<Long> seeds(long count) {
        Long only = Long.getLong("parlance.seed");
        return only != null
                ? List.of(only)
                : LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static void inGroups(List<Long> seeds, Consumer<List<Long>> work) {
        for (int from = 0; from < seeds.size(); from += GROUP_SIZE) {
            work.accept(seeds.subList(from, Math.min(seeds.size(), from + GROUP_SIZE)));
        }
    }
}
