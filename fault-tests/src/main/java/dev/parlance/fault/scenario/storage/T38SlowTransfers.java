package dev.parlance.fault.scenario.storage;

import dev.parlance.fault.audio.AudioLoad;
import dev.parlance.fault.audio.SlowTransfers;
import dev.parlance.fault.cluster.FaultTestFailure;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.ServiceProcess;
import dev.parlance.platform.client.Wav;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Clients that hardly send and hardly read hold connections for sound; everybody else's sound goes on.
public final class T38SlowTransfers implements FaultScenario {
    private static final int SLOW_CLIENTS = 16;
    private static final int CLIENTS = 4;
    /// More than a sender's and a receiver's buffers hold.
    private static final int AUDIO_BYTES = 20 << 20;

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "T38";
    }

    @Override
    public String title() {
        return "slow transfers of sound";
    }

    @Override
    public String promise() {
        return "16 sockets that send a byte of sound now and then and 16 that read so, connecting again when they are cut"
                + " off: all sound of others is taken and given out at the first attempt, and uploads told of are checked";
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
        ServiceProcess service = run.cluster().first(Service.CONVERSATION);
        run.startStandardLoad();
        try (var audioLoad = new AudioLoad(run)) {
            Wav audio = Wav.of(run.random(), AUDIO_BYTES);
            AudioTurn large = audioLoad.newTurn();
            HttpResult stored = audioLoad.client().putAudio(large, audio.bytes());
            if (stored.status() != 201) {
                throw new FaultTestFailure("sound of %d bytes was answered %s".formatted(AUDIO_BYTES, stored));
            }
            audioLoad.recordAccepted(large, audio);
            audioLoad.start(CLIENTS);
            AudioTurn heard = storeSmall(run, audioLoad);
            List<AudioTurn> uploads =
                    Stream.generate(audioLoad::newTurn).limit(SLOW_CLIENTS).toList();
            int acceptedBefore = audioLoad.accepted();
            run.recordFault(
                    "%d slow uploads and %d slow downloads of one address".formatted(SLOW_CLIENTS, SLOW_CLIENTS));
            try (SlowTransfers slow = SlowTransfers.start(service.url(), uploads, audio.bytes(), large, SLOW_CLIENTS)) {
                int heardTimes = hear(run, audioLoad, heard, run.scale().seconds(30, 120));
                run.recordProof("slow uploads that the service has ended", slow.cut());
                run.recordProof("sounds taken meanwhile", audioLoad.accepted() - acceptedBefore);
                run.recordProof("sounds given out meanwhile", heardTimes);
            }
            run.recordProof(
                    "slow clients in the service's metric",
                    Math.round(service.metric("parlance_request_slow_clients_total")));
            audioLoad.stop(STOP_TIMEOUT);
            run.require(
                    audioLoad.unavailable() == 0,
                    "%d requests of others with sound were answered 503".formatted(audioLoad.unavailable()));
            run.drain(run.scale().seconds(120, 60));
            run.requireAllAccepted();
            audioLoad.checkStored();
        }
    }

    private static AudioTurn storeSmall(FaultRun run, AudioLoad audioLoad) {
        AudioTurn turn = audioLoad.newTurn();
        Wav audio = Wav.of(run.random(), 30_000);
        HttpResult stored = audioLoad.client().putAudio(turn, audio.bytes());
        if (stored.status() != 201) {
            throw new FaultTestFailure("sound was answered " + stored);
        }
        audioLoad.recordAccepted(turn, audio);
        return turn;
    }

    private static int hear(FaultRun run, AudioLoad audioLoad, AudioTurn turn, Duration time)
            throws InterruptedException {
        int times = 0;
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            HttpResult bytes = audioLoad.client().getAudio(turn);
            run.require(bytes.status() == 200, "sound was given out as " + bytes);
            times++;
            run.sleep(Duration.ofMillis(250));
        }
        return times;
    }
}
