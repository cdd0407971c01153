package dev.parlance.journey.fault.scenario;

import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.sound.SoundClient.Reply;
import dev.parlance.journey.fault.sound.SoundClient.Turn;
import dev.parlance.journey.fault.sound.Sounds;
import dev.parlance.journey.fault.sound.Wav;
import dev.parlance.journey.fault.world.Until;
import dev.parlance.platform.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The object store dies and stays away for a while; who talks notices nothing, and sound comes later.
public final class T31StoreAway implements FaultScenario {
    private static final int CLIENTS = 4;
    private static final int TOLD_IN_VAIN = 5;
    private static final Duration HEALED = Duration.ofSeconds(60);

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
    public boolean withStore() {
        return true;
    }

    @Override
    public List<String> options() {
        return StoreTrouble.OPTIONS;
    }

    @Override
    public void run(FaultRun run) throws Exception {
        run.standardLoad();
        try (var sounds = new Sounds(run).start(CLIENTS)) {
            run.pass(run.scale().seconds(5, 10));
            List<Turn> uploaded = uploaded(run, sounds);
            int before = sounds.unavailable();
            long pid = run.world().process(Part.S3).pid();
            Duration away = run.scale().seconds(15, 60);
            run.fault("kill -9 S3, %d s away".formatted(away.toSeconds()));
            run.world().process(Part.S3).kill();
            run.proof(
                    "process of S3 that died (pid %d)".formatted(pid),
                    run.world().process(Part.S3).isAlive() ? 0 : 1);
            for (Turn turn : uploaded) {
                Reply told = sounds.client().told(turn, null);
                run.require(
                        told.status() == 503 && told.problem().equals("object-store-unavailable"),
                        "an upload told of while S3 was away was answered " + told);
                run.require(
                        sounds.client().state(turn).equals("uploaded"),
                        "an upload told of is " + sounds.client().state(turn));
            }
            run.pass(away);
            run.proof("answers 503 to clients with sound", sounds.unavailable() - before);
            run.world().restart(Part.S3);
            Duration healed = Until.holds(
                    "what was uploaded before is available without its client", HEALED, () -> uploaded.stream()
                            .allMatch(turn -> sounds.client().state(turn).equals("available")));
            run.note("%d uploads were looked at %.1f s after S3 was back"
                    .formatted(uploaded.size(), healed.toMillis() / 1e3));
            run.recovered("the store's return");
            sounds.stop(HEALED);
            run.settle(Duration.ofSeconds(90));
            run.requireAllAccepted();
            sounds.check();
        }
    }

    /// Sound that is in S3, and of which nobody has told yet.
    private static List<Turn> uploaded(FaultRun run, Sounds sounds) {
        List<Turn> turns = new ArrayList<>();
        for (int at = 0; at < TOLD_IN_VAIN; at++) {
            Turn turn = sounds.turn();
            Wav sound = Wav.of(run.random(), 10_000);
            Reply offer = sounds.client().offer(turn, sound);
            Reply stored = sounds.client().upload(offer.json(), sound.bytes());
            run.require(stored.status() == 200, "an upload was answered " + stored);
            sounds.remember(turn, sound);
            turns.add(turn);
        }
        return turns;
    }
}
