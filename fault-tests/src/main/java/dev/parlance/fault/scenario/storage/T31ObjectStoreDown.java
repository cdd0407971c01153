package dev.parlance.fault.scenario.storage;

import dev.parlance.fault.audio.AudioLoad;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.Wav;
import dev.parlance.platform.part.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The object store dies and stays away for a while; who talks notices nothing, and sound comes later.
public final class T31ObjectStoreDown implements FaultScenario {
    private static final int CLIENTS = 4;
    private static final int UPLOADS_DURING_OUTAGE = 5;
    private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T31";
    }

    @Override
    public String title() {
        return "object store away";
    }

    @Override
    public String promise() {
        return "S3 killed and away for 60 s under load: every turn is answered 2xx at its first attempt; sound is"
                + " answered 503 with a name and Retry-After; what was uploaded before is looked at by the service itself"
                + " when S3 is back; rows and objects one to one";
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
        try (var audioLoad = new AudioLoad(run).start(CLIENTS)) {
            run.sleep(run.scale().seconds(5, 10));
            List<AudioTurn> uploaded = uploadWithoutCompleting(run, audioLoad);
            int before = audioLoad.unavailable();
            long pid = run.cluster().process(Part.S3).pid();
            Duration away = run.scale().seconds(15, 60);
            run.recordFault("kill -9 S3, %d s away".formatted(away.toSeconds()));
            run.cluster().process(Part.S3).kill();
            run.recordProof(
                    "process of S3 that died (pid %d)".formatted(pid),
                    run.cluster().process(Part.S3).isAlive() ? 0 : 1);
            for (AudioTurn turn : uploaded) {
                HttpResult turnHistory = audioLoad.client().completeUpload(turn, null);
                run.require(
                        turnHistory.status() == 503 && turnHistory.problem().equals("object-store-unavailable"),
                        "an upload told of while S3 was away was answered " + turnHistory);
                run.require(
                        audioLoad.client().uploadState(turn).equals("uploaded"),
                        "an upload told of is " + audioLoad.client().uploadState(turn));
            }
            run.sleep(away);
            run.recordProof("answers 503 to clients with sound", audioLoad.unavailable() - before);
            run.cluster().restart(Part.S3);
            Duration healed = Polling.await(
                    "what was uploaded before is available without its client",
                    RECOVERY_TIMEOUT,
                    () -> uploaded.stream()
                            .allMatch(
                                    turn -> audioLoad.client().uploadState(turn).equals("available")));
            run.note("%d uploads were looked at %.1f s after S3 was back"
                    .formatted(uploaded.size(), healed.toMillis() / 1e3));
            run.awaitRecovery("the store's return");
            audioLoad.stop(RECOVERY_TIMEOUT);
            run.drain(Duration.ofSeconds(90));
            run.requireAllAccepted();
            audioLoad.checkStored();
        }
    }

    /// An upload that is in S3 but not completed.
    private static List<AudioTurn> uploadWithoutCompleting(FaultRun run, AudioLoad audioLoad) {
        List<AudioTurn> turns = new ArrayList<>();
        for (int at = 0; at < UPLOADS_DURING_OUTAGE; at++) {
            AudioTurn turn = audioLoad.newTurn();
            Wav audio = Wav.of(run.random(), 10_000);
            HttpResult offer = audioLoad.client().requestUpload(turn, audio);
            HttpResult stored = audioLoad.client().upload(offer.json(), audio.bytes());
            run.require(stored.status() == 200, "an upload was answered " + stored);
            audioLoad.recordAccepted(turn, audio);
            turns.add(turn);
        }
        return turns;
    }
}
