package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.platform.ManagedProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The promise, over real processes: kill -9 of any of them in the middle of an import changes no total.
@ExtendWith(Shared.class)
class KilledInTheMiddleIT {
    private static final Duration SETTLED = Duration.ofSeconds(240);

    @Test
    void everyTotalEqualsThatOfAnUndisturbedRun(Installation parlance) {
        Api api = parlance.api();
        // Given an undisturbed run
        var calm = new Transcripts("calm", 7, 6, 5, 12);
        ManagedProcess undisturbed = parlance.importing(calm.write(parlance.file("calm.jsonl")), api.conversation());
        undisturbed.waitUntilDone(Duration.ofSeconds(300));
        assertThat(undisturbed.exitCode()).contains(0);
        await().atMost(SETTLED).untilAsserted(() -> {
            assertThat(Totals.of(api, calm).turns()).isEqualTo(calm.allTurns());
            assertThat(usedTurns(api, calm)).isEqualTo(calm.allTurns());
        });
        // When the same is imported while everything is killed once
        var storm = new Transcripts("storm", 7, 6, 5, 12);
        ManagedProcess disturbed = parlance.importing(
                storm.write(parlance.file("storm.jsonl")), api.conversation(), "--rate", "25", "--parallel", "3");
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
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(Totals.of(api, storm)).isEqualTo(Totals.of(api, calm)));
        for (String service : new String[] {api.conversation(), api.analysis(), api.summary()}) {
            assertThat(api.all(service + "/v1/admin/quarantine?status=waiting"))
                    .noneSatisfy(
                            record -> assertThat(record.get("key").asText()).contains("storm"));
        }
    }

    private static void killAndRestart(Installation.Instance instance) {
        long before = instance.pid();
        instance.kill();
        instance.start();
        instance.awaitReady();
        assertThat(instance.pid()).isNotEqualTo(before);
    }

    private static void awaitTurns(Api api, Transcripts transcripts, int atLeast) {
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(usedTurns(api, transcripts)).isGreaterThanOrEqualTo(atLeast));
    }

    private static int usedTurns(Api api, Transcripts transcripts) {
        return api.all(api.summary() + "/v1/modules/usage?module=" + transcripts.prefix()).stream()
                .mapToInt(usage -> usage.get("turns").asInt())
                .sum();
    }
}
