package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.platform.ManagedProcess;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two instances of each service side by side share the work, and nobody can tell from the totals.
@ExtendWith(Shared.class)
class TwoInstancesIT {

    @Test
    void twoInstancesShareTheWorkAndGiveTheSameTotals(Installation parlance) {
        Api api = parlance.api();
        var alone = new Transcripts("alone", 11, 8, 3, 10);
        run(parlance.importing(alone.write(parlance.file("alone.jsonl")), api.conversation()));
        await().atMost(Duration.ofSeconds(240))
                .untilAsserted(() -> assertThat(Totals.of(api, alone).turns()).isEqualTo(alone.allTurns()));
        // Given
        List<Installation.Instance> second =
                Arrays.stream(Service.values()).map(parlance::add).toList();
        second.forEach(Installation.Instance::awaitReady);
        try {
            await().atMost(Duration.ofSeconds(240)).untilAsserted(() -> {
                assertThat(partitions(api, second.get(1).url())).isBetween(1, 11);
                assertThat(partitions(api, api.analysis())).isBetween(1, 11);
                assertThat(partitions(api, second.get(2).url())).isBetween(1, 11);
            });
            // When half of the turns goes to each conversation-service
            var shared = new Transcripts("shared", 11, 8, 3, 10);
            var file = shared.write(parlance.file("shared.jsonl"));
            ManagedProcess one = parlance.importing(file, api.conversation());
            ManagedProcess other = parlance.importing(file, second.getFirst().url());
            run(one);
            run(other);
            // Then
            await().atMost(Duration.ofSeconds(240))
                    .untilAsserted(() -> assertThat(Totals.of(api, shared)).isEqualTo(Totals.of(api, alone)));
            Api throughTheSecond = new Api(
                    second.get(0).url(), second.get(1).url(), second.get(2).url());
            assertThat(Totals.of(throughTheSecond, shared)).isEqualTo(Totals.of(api, alone));
        } finally {
            second.forEach(parlance::remove);
        }
    }

    private static void run(ManagedProcess process) {
        process.waitUntilDone(Duration.ofSeconds(300));
        assertThat(process.exitCode()).contains(0);
    }

    /// How many of the twelve partitions an instance reads.
    private static int partitions(Api api, String url) {
        String metrics = api.text(url + "/q/metrics");
        return (int) metrics.lines()
                .filter(line -> line.startsWith("kafka_consumer_coordinator_assigned_partitions{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(0);
    }
}
