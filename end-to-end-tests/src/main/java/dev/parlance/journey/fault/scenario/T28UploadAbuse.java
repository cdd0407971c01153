package dev.parlance.journey.fault.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.FaultScenario;
import dev.parlance.journey.fault.sound.SoundClient;
import dev.parlance.journey.fault.sound.SoundClient.Reply;
import dev.parlance.journey.fault.sound.SoundClient.Turn;
import dev.parlance.journey.fault.sound.Sounds;
import dev.parlance.journey.fault.sound.Wav;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Clients that upload something else than they said, elsewhere, too late, twice, or without a word.
public final class T28UploadAbuse implements FaultScenario {
    private static final int SIZE = 30_000;
    private static final long TOO_MUCH = (25L << 20) + 1;
    private static final Duration EXPIRED = Duration.ofSeconds(7);

    @Override
    public String id() {
        return "T28";
    }

    @Override
    public String title() {
        return "upload abuse";
    }

    @Override
    public String promise() {
        return "wrong type, size, checksum, key; a URL used again or after its time; an upload never told of: refused"
                + " by name or swept, and nothing of it is ever given out";
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
        try (var sounds = new Sounds(run)) {
            for (int time = 0; time < run.scale().pick(1, 20); time++) {
                wrongBytes(run, sounds);
                wrongRequest(run, sounds);
                wrongPlace(run, sounds);
                urlUsedAgain(run, sounds);
            }
            neverTold(run, sounds);
            run.settle(Duration.ofSeconds(60));
            run.requireAllAccepted();
            sounds.check();
        }
    }

    private static void wrongBytes(FaultRun run, Sounds sounds) {
        SoundClient client = sounds.client();
        run.fault("text that is called sound, of the announced size and checksum");
        Wav text = new Wav("this is no sound. ".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        Turn turn = sounds.turn();
        expect(
                run,
                "text called sound",
                told(client, turn, client.offer(turn, text), text.bytes()),
                422,
                "audio-refused");
        run.fault("other bytes of the announced size");
        Wav sound = Wav.of(run.random(), SIZE);
        Wav other = Wav.of(run.random(), SIZE);
        Turn wrong = sounds.turn();
        expect(
                run,
                "a wrong checksum",
                told(client, wrong, client.offer(wrong, sound), other.bytes()),
                422,
                "audio-refused");
        run.fault("text through the service");
        expect(run, "text through the service", client.put(sounds.turn(), text.bytes()), 422, "audio-refused");
    }

    private static Reply told(SoundClient client, Turn turn, Reply offer, byte[] bytes) {
        Reply stored = client.upload(offer.json(), bytes);
        return stored.status() == 200
                ? client.told(turn, offer.json().path("key").asText())
                : stored;
    }

    private static void wrongRequest(FaultRun run, Sounds sounds) {
        SoundClient client = sounds.client();
        Wav sound = Wav.of(run.random(), SIZE);
        Turn turn = sounds.turn();
        run.fault("sizes and types that nobody takes");
        expect(
                run,
                "more than 25 MiB announced",
                client.offer(turn, "audio/wav", TOO_MUCH, sound.sha256()),
                413,
                "audio-too-large");
        expect(run, "a film", client.offer(turn, "video/mp4", SIZE, sound.sha256()), 400, "invalid-request");
        expect(run, "no checksum", client.offer(turn, "audio/wav", SIZE, "abc"), 400, "invalid-request");
        expect(
                run,
                "more than 25 MiB through the service",
                client.put(turn, "audio/wav", BodyPublishers.ofByteArray(new byte[(int) TOO_MUCH])),
                413,
                "request-too-large");
        run.fault("another length and another type than was signed");
        JsonNode offer = client.offer(turn, sound).json();
        Reply longer = client.upload(offer, Arrays.copyOf(sound.bytes(), SIZE + 1));
        run.require(longer.status() == 403, "S3 took another length than was signed: " + longer);
        ObjectNode typed = offer.deepCopy();
        typed.withObject("headers").put("Content-Type", "text/html");
        Reply otherType = client.upload(typed, sound.bytes());
        run.require(otherType.status() == 403, "S3 took another type than was signed: " + otherType);
        expect(run, "an upload that is not there", client.told(turn, null), 409, "audio-not-uploaded");
        run.proof("requests that S3 refused", 2);
    }

    private static void wrongPlace(FaultRun run, Sounds sounds) {
        SoundClient client = sounds.client();
        Wav sound = Wav.of(run.random(), SIZE);
        Turn turn = sounds.turn();
        JsonNode offer = client.offer(turn, sound).json();
        run.fault("another key than was signed");
        String url = offer.path("url").asText().replace("-learner-", "-reply-");
        Reply elsewhere = client.upload(offer, url, sound.bytes());
        run.require(elsewhere.status() == 403, "S3 took another key than was signed: " + elsewhere);
        expect(run, "a key that nobody offered", client.told(turn, "raw/x/y-learner-z.wav"), 409, "audio-not-uploaded");
        Turn stranger = sounds.turn();
        Reply stored = client.upload(offer, sound.bytes());
        run.require(stored.status() == 200, "an upload was answered " + stored);
        expect(
                run,
                "another turn's key",
                client.told(stranger, offer.path("key").asText()),
                409,
                "audio-not-uploaded");
    }

    /// Whoever holds the URL may write once more; what was looked at must not change by it.
    private static void urlUsedAgain(FaultRun run, Sounds sounds) {
        SoundClient client = sounds.client();
        Wav sound = Wav.of(run.random(), SIZE);
        Wav other = Wav.of(run.random(), SIZE);
        Turn turn = sounds.turn();
        Reply offer = client.offer(turn, sound);
        expect(run, "honest sound", told(client, turn, offer, sound.bytes()), 200, "200");
        sounds.remember(turn, sound);
        run.fault("the same URL used again, with other bytes");
        Reply again = client.upload(offer.json(), other.bytes());
        run.proof("URLs used again (S3 answered %d)".formatted(again.status()), 1);
        expect(run, "told of again", client.told(turn, offer.json().path("key").asText()), 200, "200");
        run.require(
                Arrays.equals(client.get(turn).body(), sound.bytes()),
                "sound has changed by a URL that was used again");
        expect(run, "other sound for a side that has its own", client.put(turn, other.bytes()), 409, "audio-differs");
        expect(run, "the same sound again", client.put(turn, sound.bytes()), 200, "200");
    }

    private static void neverTold(FaultRun run, Sounds sounds) throws InterruptedException {
        SoundClient client = sounds.client();
        Wav sound = Wav.of(run.random(), SIZE);
        Turn silent = sounds.turn();
        Turn late = sounds.turn();
        run.fault("an upload that nobody tells of, and a URL after its time");
        JsonNode offer = client.offer(silent, sound).json();
        run.require(client.upload(offer, sound.bytes()).status() == 200, "an upload was refused");
        JsonNode tooLate = client.offer(late, sound).json();
        run.pass(EXPIRED);
        Reply expired = client.upload(tooLate, sound.bytes());
        run.require(expired.status() == 403, "S3 took a URL after its time: " + expired);
        JsonNode swept = sounds.sweep(false);
        run.proof("uploads that were given up", swept.path("abandoned").asInt());
        run.proof(
                "objects without a row that were removed",
                swept.path("orphanObjects").asInt());
        run.require(client.state(silent).equals("expired"), "an upload never told of is " + client.state(silent));
        Reply gone = client.get(silent);
        run.require(gone.status() == 404, "an upload never told of was given out: " + gone);
    }

    private static void expect(FaultRun run, String what, Reply reply, int status, String problem) {
        run.require(
                reply.status() == status && reply.problem().equals(problem),
                "%s was answered %s, not %d %s".formatted(what, reply, status, problem));
    }
}
