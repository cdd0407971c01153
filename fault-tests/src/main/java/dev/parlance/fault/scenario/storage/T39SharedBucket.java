package dev.parlance.fault.scenario.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fault.audio.AudioLoad;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.AudioClient;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.client.Wav;
import java.time.Duration;
import java.util.List;

/// A second installation is started with the bucket of the first, as when the settings of production are copied. To its
/// database every object is unknown.
public final class T39SharedBucket implements FaultScenario {
    private static final int CLIENTS = 4;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T39";
    }

    @Override
    public String title() {
        return "two installations, one bucket";
    }

    @Override
    public String promise() {
        return "a second installation is started with the bucket of the first: it takes turns and refuses audio, its"
                + " sweeps refuse by name, forced ones too, and nothing of the first is removed; the first notices nothing";
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
        run.startStandardLoad();
        try (var audioLoad = new AudioLoad(run).start(CLIENTS);
                ServiceProcess stranger = run.cluster().newStranger()) {
            run.sleep(run.scale().seconds(8, 30));
            run.recordFault("another installation is started with this bucket");
            run.recordProof("objects that it does not know", audioLoad.accepted());
            stranger.start(AudioServiceOptions.JVM_OPTIONS.toArray(String[]::new));
            var client = new AudioClient(stranger::url, REQUEST_TIMEOUT);
            for (int time = 0; time < run.scale().pick(2, 20); time++) {
                requireAudioRefused(run, client);
                requireSweepRefused(run, client, "{}");
                requireSweepRefused(run, client, "{\"force\": true}");
            }
            run.recordProof("sweeps of the other installation that refused", (long)
                    stranger.metric("parlance_audio_sweeps_refused_total"));
            var _ = Polling.await(
                    "the other installation raises its metric",
                    TIMEOUT,
                    () -> stranger.metric("parlance_audio_bucket_refused") == 1);
            audioLoad.stop(TIMEOUT);
            run.drain(Duration.ofSeconds(90));
            run.requireAllAccepted();
            audioLoad.checkStored();
        }
    }

    private static void requireAudioRefused(FaultRun run, AudioClient client) {
        var turn = AudioTurn.random();
        HttpResult accepted = client.putTurn(turn, "stranger");
        run.require(accepted.status() == 201, "a turn of the other installation was answered " + accepted);
        HttpResult audio = client.putAudio(turn, Wav.of(run.random(), 10_000).bytes());
        run.require(
                audio.status() == 503 && audio.problem().equals("object-store-unavailable"),
                "audio of the other installation was answered " + audio);
    }

    private static void requireSweepRefused(FaultRun run, AudioClient client, String order)
            throws InterruptedException {
        JsonNode report = AudioLoad.sweep(client, order);
        run.require(
                report.path("status").asText().equals("failed")
                        && report.path("error").asText().contains("belongs to another installation"),
                "the other installation swept: " + report);
    }
}
