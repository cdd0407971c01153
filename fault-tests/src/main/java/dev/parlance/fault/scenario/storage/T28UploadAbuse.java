package dev.parlance.fault.scenario.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fault.audio.AudioLoad;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.fault.run.FaultScenario;
import dev.parlance.platform.client.AudioClient;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.Wav;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Clients that upload other bytes than announced, to another key, too late, twice, or never complete an upload.
public final class T28UploadAbuse implements FaultScenario {
    private static final int AUDIO_BYTES = 30_000;
    private static final long TOO_LARGE_BYTES = (25L << 20) + 1;
    private static final Duration URL_EXPIRY = Duration.ofSeconds(7);

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
        try (var audioLoad = new AudioLoad(run)) {
            for (int time = 0; time < run.scale().pick(1, 20); time++) {
                uploadWrongBytes(run, audioLoad);
                requestWrongUploads(run, audioLoad);
                uploadToWrongKey(run, audioLoad);
                reuseUploadUrl(run, audioLoad);
            }
            leaveUploadsIncomplete(run, audioLoad);
            run.drain(Duration.ofSeconds(60));
            run.requireAllAccepted();
            audioLoad.checkStored();
        }
    }

    private static void uploadWrongBytes(FaultRun run, AudioLoad audioLoad) {
        AudioClient client = audioLoad.client();
        run.recordFault("text that is called sound, of the announced size and checksum");
        Wav text = new Wav("this is no sound. ".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
        AudioTurn turn = audioLoad.newTurn();
        requireProblem(
                run,
                "text called sound",
                uploadAndComplete(client, turn, client.requestUpload(turn, text), text.bytes()),
                422,
                "audio-refused");
        run.recordFault("other bytes of the announced size");
        Wav audio = Wav.of(run.random(), AUDIO_BYTES);
        Wav other = Wav.of(run.random(), AUDIO_BYTES);
        AudioTurn wrong = audioLoad.newTurn();
        requireProblem(
                run,
                "a wrong checksum",
                uploadAndComplete(client, wrong, client.requestUpload(wrong, audio), other.bytes()),
                422,
                "audio-refused");
        run.recordFault("text through the service");
        requireProblem(
                run,
                "text through the service",
                client.putAudio(audioLoad.newTurn(), text.bytes()),
                422,
                "audio-refused");
    }

    private static HttpResult uploadAndComplete(AudioClient client, AudioTurn turn, HttpResult offer, byte[] bytes) {
        HttpResult stored = client.upload(offer.json(), bytes);
        return stored.status() == 200
                ? client.completeUpload(turn, offer.json().path("key").asText())
                : stored;
    }

    private static void requestWrongUploads(FaultRun run, AudioLoad audioLoad) {
        AudioClient client = audioLoad.client();
        Wav audio = Wav.of(run.random(), AUDIO_BYTES);
        AudioTurn turn = audioLoad.newTurn();
        run.recordFault("sizes and types that nobody takes");
        requireProblem(
                run,
                "more than 25 MiB announced",
                client.requestUpload(turn, "audio/wav", TOO_LARGE_BYTES, audio.sha256()),
                413,
                "audio-too-large");
        requireProblem(
                run,
                "a film",
                client.requestUpload(turn, "video/mp4", AUDIO_BYTES, audio.sha256()),
                400,
                "invalid-request");
        requireProblem(
                run,
                "no checksum",
                client.requestUpload(turn, "audio/wav", AUDIO_BYTES, "abc"),
                400,
                "invalid-request");
        requireProblem(
                run,
                "more than 25 MiB through the service",
                client.putAudio(turn, "audio/wav", BodyPublishers.ofByteArray(new byte[(int) TOO_LARGE_BYTES])),
                413,
                "request-too-large");
        run.recordFault("another length and another type than was signed");
        JsonNode offer = client.requestUpload(turn, audio).json();
        HttpResult longer = client.upload(offer, Arrays.copyOf(audio.bytes(), AUDIO_BYTES + 1));
        run.require(longer.status() == 403, "S3 took another length than was signed: " + longer);
        ObjectNode typed = offer.deepCopy();
        typed.withObject("headers").put("Content-Type", "text/html");
        HttpResult otherType = client.upload(typed, audio.bytes());
        run.require(otherType.status() == 403, "S3 took another type than was signed: " + otherType);
        requireProblem(
                run, "an upload that is not there", client.completeUpload(turn, null), 409, "audio-not-uploaded");
        run.recordProof("requests that S3 refused", 2);
    }

    private static void uploadToWrongKey(FaultRun run, AudioLoad audioLoad) {
        AudioClient client = audioLoad.client();
        Wav audio = Wav.of(run.random(), AUDIO_BYTES);
        AudioTurn turn = audioLoad.newTurn();
        JsonNode offer = client.requestUpload(turn, audio).json();
        run.recordFault("another key than was signed");
        String url = offer.path("url").asText().replace("-learner-", "-reply-");
        HttpResult elsewhere = client.upload(offer, url, audio.bytes());
        run.require(elsewhere.status() == 403, "S3 took another key than was signed: " + elsewhere);
        requireProblem(
                run,
                "a key that nobody offered",
                client.completeUpload(turn, "raw/x/y-learner-z.wav"),
                409,
                "audio-not-uploaded");
        AudioTurn stranger = audioLoad.newTurn();
        HttpResult stored = client.upload(offer, audio.bytes());
        run.require(stored.status() == 200, "an upload was answered " + stored);
        requireProblem(
                run,
                "another turn's key",
                client.completeUpload(stranger, offer.path("key").asText()),
                409,
                "audio-not-uploaded");
    }

    /// Whoever holds the URL may write once more; what was looked at must not change by it.
    private static void reuseUploadUrl(FaultRun run, AudioLoad audioLoad) {
        AudioClient client = audioLoad.client();
        Wav audio = Wav.of(run.random(), AUDIO_BYTES);
        Wav other = Wav.of(run.random(), AUDIO_BYTES);
        AudioTurn turn = audioLoad.newTurn();
        HttpResult offer = client.requestUpload(turn, audio);
        requireProblem(run, "honest sound", uploadAndComplete(client, turn, offer, audio.bytes()), 200, "200");
        audioLoad.recordAccepted(turn, audio);
        run.recordFault("the same URL used again, with other bytes");
        HttpResult again = client.upload(offer.json(), other.bytes());
        run.recordProof("URLs used again (S3 answered %d)".formatted(again.status()), 1);
        requireProblem(
                run,
                "told of again",
                client.completeUpload(turn, offer.json().path("key").asText()),
                200,
                "200");
        run.require(
                Arrays.equals(client.getAudio(turn).body(), audio.bytes()),
                "sound has changed by a URL that was used again");
        requireProblem(
                run,
                "other sound for a side that has its own",
                client.putAudio(turn, other.bytes()),
                409,
                "audio-differs");
        requireProblem(run, "the same sound again", client.putAudio(turn, audio.bytes()), 200, "200");
    }

    private static void leaveUploadsIncomplete(FaultRun run, AudioLoad audioLoad) throws InterruptedException {
        AudioClient client = audioLoad.client();
        Wav audio = Wav.of(run.random(), AUDIO_BYTES);
        AudioTurn silent = audioLoad.newTurn();
        AudioTurn late = audioLoad.newTurn();
        run.recordFault("an upload that nobody tells of, and a URL after its time");
        JsonNode offer = client.requestUpload(silent, audio).json();
        run.require(client.upload(offer, audio.bytes()).status() == 200, "an upload was refused");
        JsonNode tooLate = client.requestUpload(late, audio).json();
        run.sleep(URL_EXPIRY);
        HttpResult expired = client.upload(tooLate, audio.bytes());
        run.require(expired.status() == 403, "S3 took a URL after its time: " + expired);
        JsonNode swept = audioLoad.sweep(false);
        run.recordProof("uploads that were given up", swept.path("abandoned").asInt());
        run.recordProof(
                "objects without a row that were removed",
                swept.path("orphanObjects").asInt());
        run.require(
                client.uploadState(silent).equals("expired"),
                "an upload never told of is " + client.uploadState(silent));
        HttpResult gone = client.getAudio(silent);
        run.require(gone.status() == 404, "an upload never told of was given out: " + gone);
    }

    private static void requireProblem(FaultRun run, String what, HttpResult result, int status, String problem) {
        run.require(
                result.status() == status && result.problem().equals(problem),
                "%s was answered %s, not %d %s".formatted(what, result, status, problem));
    }
}
