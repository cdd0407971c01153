package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.platform.client.ParlanceApi;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.process.ManagedProcess;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two instances of each service share the work, and the totals are the same as with one.
@ExtendWith(InstallationExtension.class)
class TwoInstancesIT {

    @Test
    void twoInstancesShareTheWorkAndGiveTheSameTotals(Installation parlance) {
        ParlanceApi api = parlance.api();
        var alone = new SimulatedTranscripts("alone", 11, 8, 3, 10);
        run(parlance.startImport(alone.write(parlance.file("alone.jsonl")), api.conversationUrl()));
        await().atMost(Duration.ofSeconds(240))
                .untilAsserted(
                        () -> assertThat(LearnerTotals.of(api, alone).turns()).isEqualTo(alone.totalTurns()));
        // Given
        List<ServiceProcess> second =
                Arrays.stream(Service.values()).map(parlance::add).toList();
        second.forEach(ServiceProcess::awaitReady);
        try {
            await().atMost(Duration.ofSeconds(240)).untilAsserted(() -> {
                assertThat(assignedPartitions(api, second.get(1).url())).isBetween(1, 11);
                assertThat(assignedPartitions(api, api.analysisUrl())).isBetween(1, 11);
                assertThat(assignedPartitions(api, second.get(2).url())).isBetween(1, 11);
            });
            // When half of the turns goes to each conversation-service
            var shared = new SimulatedTranscripts("shared", 11, 8, 3, 10);
            var file = shared.write(parlance.file("shared.jsonl"));
            ManagedProcess one = parlance.startImport(file, api.conversationUrl());
            ManagedProcess other = parlance.startImport(file, second.getFirst().url());
            run(one);
            run(other);
            // Then
            await().atMost(Duration.ofSeconds(240)).untilAsserted(() -> assertThat(LearnerTotals.of(api, shared))
                    .isEqualTo(LearnerTotals.of(api, alone)));
            ParlanceApi throughTheSecond = new ParlanceApi(
                    second.get(0).url(), second.get(1).url(), second.get(2).url());
            assertThat(LearnerTotals.of(throughTheSecond, shared)).isEqualTo(LearnerTotals.of(api, alone));
        } finally {
            second.forEach(parlance::remove);
        }
    }

    private static void run(ManagedProcess process) {
        process.waitUntilDone(Duration.ofSeconds(300));
        assertThat(process.exitCode()).contains(0);
    }

    /// How many of the twelve partitions an instance reads.
    private static int assignedPartitions(ParlanceApi api, String url) {
        String metrics = api.get(url + "/q/metrics").text();
        return (int) metrics.lines()
                .filter(line -> line.startsWith("kafka_consumer_coordinator_assigned_partitions{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(0);
    }
}
