package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.platform.client.ParlanceApi;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.process.ManagedProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The promise, over real processes: kill -9 of any of them in the middle of an import changes no total.
@ExtendWith(InstallationExtension.class)
class KillDuringImportIT {
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(240);

    @Test
    void everyTotalEqualsThatOfAnUndisturbedRun(Installation parlance) {
        ParlanceApi api = parlance.api();
        // Given an undisturbed run
        var calm = new SimulatedTranscripts("calm", 7, 6, 5, 12);
        ManagedProcess undisturbed =
                parlance.startImport(calm.write(parlance.file("calm.jsonl")), api.conversationUrl());
        undisturbed.waitUntilDone(Duration.ofSeconds(300));
        assertThat(undisturbed.exitCode()).contains(0);
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            assertThat(LearnerTotals.of(api, calm).turns()).isEqualTo(calm.totalTurns());
            assertThat(countTurns(api, calm)).isEqualTo(calm.totalTurns());
        });
        // When the same is imported while everything is killed once
        var storm = new SimulatedTranscripts("storm", 7, 6, 5, 12);
        ManagedProcess disturbed = parlance.startImport(
                storm.write(parlance.file("storm.jsonl")), api.conversationUrl(), "--rate", "25", "--parallel", "3");
        awaitTurns(api, storm, 20);
        killAndRestart(parlance.first(Service.ANALYSIS));
        awaitTurns(api, storm, 80);
        killAndRestart(parlance.first(Service.CONVERSATION));
        awaitTurns(api, storm, 140);
        killAndRestart(parlance.first(Service.SUMMARY));
        awaitTurns(api, storm, 200);
        long broker = parlance.brokerPid();
        parlance.killBroker();
        parlance.restartBroker();
        assertThat(parlance.brokerPid()).isNotEqualTo(broker);
        disturbed.waitUntilDone(Duration.ofSeconds(300));
        // Then
        assertThat(disturbed.exitCode()).contains(0);
        await().atMost(SETTLE_TIMEOUT)
                .untilAsserted(() -> assertThat(LearnerTotals.of(api, storm)).isEqualTo(LearnerTotals.of(api, calm)));
        for (String service : new String[] {api.conversationUrl(), api.analysisUrl(), api.summaryUrl()}) {
            assertThat(api.listAll(service + "/v1/admin/quarantine?status=waiting"))
                    .noneSatisfy(
                            record -> assertThat(record.get("key").asText()).contains("storm"));
        }
    }

    private static void killAndRestart(ServiceProcess instance) {
        long before = instance.pid();
        instance.kill();
        instance.start();
        instance.awaitReady();
        assertThat(instance.pid()).isNotEqualTo(before);
    }

    private static void awaitTurns(ParlanceApi api, SimulatedTranscripts transcripts, int atLeast) {
        await().atMost(SETTLE_TIMEOUT)
                .untilAsserted(() -> assertThat(countTurns(api, transcripts)).isGreaterThanOrEqualTo(atLeast));
    }

    private static int countTurns(ParlanceApi api, SimulatedTranscripts transcripts) {
        return api.listAll(api.summaryUrl() + "/v1/modules/usage?module=" + transcripts.prefix()).stream()
                .mapToInt(usage -> usage.get("turns").asInt())
                .sum();
    }
}
