package dev.parlance.fault.scenario.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fault.audio.AudioLoad;
import dev.parlance.fault.cluster.DatabaseBackup;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.AudioClient;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.client.Wav;
import java.time.Duration;
import java.util.List;

/// The database is lost and restored from a backup; the bucket has what came after it, too.
public final class T40RestoredDatabase implements FaultScenario {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T40";
    }

    @Override
    public String title() {
        return "database of yesterday, bucket of today";
    }

    @Override
    public String promise() {
        return "the database is restored from a backup, the bucket is not: sweeps refuse by name, forced ones too, and"
                + " no recording is removed; turns and audio are taken; sweeps go on once an operator has adopted the"
                + " bucket";
    }

    @Override
    public boolean needsObjectStore() {
        return true;
    }

    @Override
    public List<String> jvmOptions() {
        return AudioServiceOptions.JVM_OPTIONS;
    }

    @Override
    public void run(FaultRun run) throws Exception {
        int uploads = run.scale().pick(20, 200);
        try (var audioLoad = new AudioLoad(run)) {
            upload(run, audioLoad, uploads);
            run.note("the database is copied");
            DatabaseBackup backup = DatabaseBackup.take(run.cluster());
            String mark = newestMark(run);
            upload(run, audioLoad, uploads);
            var _ = Polling.await("the bucket gets another mark", TIMEOUT, () -> !newestMark(run)
                    .equals(mark));
            run.recordFault("the database is restored from the copy");
            backup.restore(jvmOptions());
            long known =
                    run.readOnlySql().queryLong("select count(*) from conversation.audio where state = 'available'");
            long unknown = audioLoad.accepted() - known;
            run.recordProof("recordings that the database does not know any more", unknown);
            requireRefused(run, audioLoad.client(), "{}");
            requireRefused(run, audioLoad.client(), "{\"force\": true}");
            ServiceProcess service = run.cluster().first(Service.CONVERSATION);
            run.recordProof("sweeps that refused", (long) service.metric("parlance_audio_sweeps_refused_total"));
            run.require(service.metric("parlance_audio_bucket_refused") == 1, "no metric says that sweeps refuse");
            requireAllThere(run, audioLoad, unknown);
            upload(run, audioLoad, 1);
            adopt(run, audioLoad, unknown);
            run.startStandardLoad();
            run.sleep(run.scale().seconds(5, 20));
            run.awaitRecovery("the restored database");
            run.drain(Duration.ofSeconds(90));
            run.requireAllAccepted();
        }
    }

    private static void upload(FaultRun run, AudioLoad audioLoad, int count) {
        for (int number = 0; number < count; number++) {
            AudioTurn turn = audioLoad.newTurn();
            Wav audio = Wav.of(run.random(), 10_000);
            HttpResult stored = audioLoad.client().putAudio(turn, audio.bytes());
            run.require(stored.status() == 201, "audio was answered " + stored);
            audioLoad.recordAccepted(turn, audio);
        }
    }

    private static String newestMark(FaultRun run) {
        return run.readOnlySql()
                .query("select marks[1]::text from conversation.installation", row -> row.getString(1))
                .getFirst();
    }

    private static void requireRefused(FaultRun run, AudioClient client, String order) throws InterruptedException {
        JsonNode report = AudioLoad.sweep(client, order);
        run.require(
                report.path("status").asText().equals("failed")
                        && report.path("error").asText().contains("was restored"),
                "a sweep of a restored database did not refuse: " + report);
    }

    /// A dry run counts the objects that a sweep would have removed.
    private static void requireAllThere(FaultRun run, AudioLoad audioLoad, long unknown) throws InterruptedException {
        JsonNode found = audioLoad.sweep(true);
        run.require(
                found.path("orphanObjects").asLong() == unknown
                        && found.path("missingObjects").asLong() == 0,
                "%d recordings are unknown to the database, and the bucket has: %s".formatted(unknown, found));
    }

    private static void adopt(FaultRun run, AudioLoad audioLoad, long unknown) throws InterruptedException {
        HttpResult adopted = audioLoad.client().sendJson("POST", "/v1/admin/audio/bucket:adopt", "");
        run.require(adopted.json().path("state").asText().equals("own"), "the bucket was not adopted: " + adopted);
        JsonNode swept = AudioLoad.sweep(audioLoad.client(), "{\"force\": true}");
        run.require(
                swept.path("orphanObjects").asLong() == unknown,
                "%d recordings are without a row, and a forced sweep of the adopted bucket removed: %s"
                        .formatted(unknown, swept));
    }
}
