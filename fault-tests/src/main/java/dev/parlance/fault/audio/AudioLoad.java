package dev.parlance.fault.audio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fault.cluster.FaultTestFailure;
import dev.parlance.fault.cluster.Polling;
import dev.parlance.fault.run.FaultRun;
import dev.parlance.platform.client.AudioClient;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.Wav;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that send sound all the time, each again until it was taken: every other one to S3 itself, the others
/// through the service. What was taken is remembered, to be compared with what is there at the end.
public final class AudioLoad implements AutoCloseable {
    private static final int MIN_AUDIO_BYTES = 20_000;
    private static final Duration RETRY_DELAY = Duration.ofMillis(200);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration SWEEP_TIMEOUT = Duration.ofSeconds(60);
    /// An upload may be completed until then.
    private static final Duration UPLOAD_EXPIRY = Duration.ofSeconds(6);

    private final FaultRun run;
    private final AudioClient client;
    private final Map<AudioTurn, Wav> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger unexpected = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger turnNumbers = new AtomicInteger();
    private volatile String example = "none";
    private volatile boolean stopped;

    public AudioLoad(FaultRun run) {
        this.run = run;
        this.client =
                new AudioClient(() -> run.cluster().first(Service.CONVERSATION).url(), REQUEST_TIMEOUT);
    }

    public AudioClient client() {
        return client;
    }

    /// So many clients begin to send.
    public AudioLoad start(int clients) {
        for (int at = 0; at < clients; at++) {
            boolean direct = at % 2 == 0;
            var random = new Random(run.seed() + at);
            threads.execute(() -> sendAll(random, direct));
        }
        return this;
    }

    /// Answers 503 so far, each with a name and a time to come back.
    public int unavailable() {
        return unavailable.get();
    }

    /// Sounds that were taken so far.
    public int accepted() {
        return accepted.size();
    }

    /// Puts a new turn and requires that it is accepted.
    public AudioTurn newTurn() {
        var turn = AudioTurn.random();
        HttpResult simulatedTurn =
                client.putTurn(turn, "sound-of-%s-%d".formatted(run.prefix(), turnNumbers.getAndIncrement()));
        if (simulatedTurn.status() != 201) {
            throw new FaultTestFailure("a turn of sound alone was answered " + simulatedTurn);
        }
        return turn;
    }

    /// Remembers what was sent by hand.
    public void recordAccepted(AudioTurn turn, Wav audio) {
        accepted.put(turn, audio);
    }

    /// Ends the clients; what each has begun is brought to its end.
    public void stop(Duration timeout) throws InterruptedException {
        stopped = true;
        var _ = Polling.await("every sound is taken", timeout, () -> inFlight.get() == 0);
        run.require(
                unexpected.get() == 0,
                "%d answers to clients with sound were neither 2xx nor a named 503, such as %s"
                        .formatted(unexpected.get(), example));
    }

    /// I10: what was taken is there, byte by byte; rows and objects are one to one once what was left behind is
    /// swept.
    public void checkStored() throws InterruptedException {
        for (Map.Entry<AudioTurn, Wav> one : accepted.entrySet()) {
            HttpResult bytes = client.getAudio(one.getKey());
            run.require(
                    bytes.status() == 200
                            && Arrays.equals(bytes.body(), one.getValue().bytes()),
                    "I10: the sound of turn %s is not what was sent (%s)"
                            .formatted(one.getKey().turn(), bytes));
        }
        run.sleep(UPLOAD_EXPIRY);
        JsonNode swept = sweep(false);
        run.note("swept: %d uploads never told of, %d objects without a row, %d rows without an object"
                .formatted(
                        swept.path("abandoned").asInt(),
                        swept.path("orphanObjects").asInt(),
                        swept.path("missingObjects").asInt()));
        run.require(swept.path("missingObjects").asInt() == 0, "I10: rows without an object: " + swept);
        JsonNode after = sweep(true);
        run.require(
                after.path("orphanObjects").asInt() == 0
                        && after.path("abandoned").asInt() == 0,
                "I10: objects without a row: " + after);
        long available =
                run.readOnlySql().queryLong("select count(*) from conversation.audio where state = 'available'");
        run.require(
                available == accepted.size(),
                "I10: %d sounds were taken and %d are available".formatted(accepted.size(), available));
        run.recordProof("sounds compared byte by byte", accepted.size());
    }

    /// Orders a sweep and waits for its report.
    public JsonNode sweep(boolean dryRun) throws InterruptedException {
        JsonNode report = sweep(client, "{\"dryRun\": %s}".formatted(dryRun));
        run.require(report.path("status").asText().equals("completed"), "a sweep did not complete: " + report);
        return report;
    }

    /// Orders a sweep of the service behind this client, and waits for its end.
    public static JsonNode sweep(AudioClient client, String order) throws InterruptedException {
        HttpResult ordered = client.sendJson("POST", "/v1/admin/audio/sweeps", order);
        String path = "/v1/admin/audio/sweeps/" + ordered.json().path("id").asText();
        var _ = Polling.await("the sweep ends", SWEEP_TIMEOUT, () -> {
            String status =
                    client.sendJson("GET", path, "").json().path("status").asText();
            return !status.isEmpty() && !status.equals("running");
        });
        return client.sendJson("GET", path, "").json();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private void sendAll(Random random, boolean direct) {
        while (!stopped) {
            inFlight.incrementAndGet();
            try {
                Wav audio = Wav.of(random, MIN_AUDIO_BYTES + random.nextInt(MIN_AUDIO_BYTES));
                AudioTurn turn = newTurn();
                var upload = new DirectUpload(turn, audio);
                while (!(direct ? upload.attempt() : putThroughService(turn, audio)) && !threads.isShutdown()) {
                    Thread.sleep(RETRY_DELAY);
                }
                accepted.put(turn, audio);
                Thread.sleep(RETRY_DELAY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (FaultTestFailure refused) {
                unexpected.incrementAndGet();
                example = refused.getMessage();
            } finally {
                inFlight.decrementAndGet();
            }
        }
    }

    private boolean putThroughService(AudioTurn turn, Wav audio) {
        return isAccepted(client.putAudio(turn, audio.bytes()));
    }

    /// One sound on its way to S3. A failed attempt is repeated with the same offer while S3 takes it, as the number of
    /// uploads that come to nothing is limited.
    private final class DirectUpload {
        private final AudioTurn turn;
        private final Wav audio;
        private JsonNode offer;

        private DirectUpload(AudioTurn turn, Wav audio) {
            this.turn = turn;
            this.audio = audio;
        }

        boolean attempt() {
            if (offer == null) {
                HttpResult answer = client.requestUpload(turn, audio);
                if (answer.problem().equals("audio-differs")) {
                    return true; // completed before, and checked by the service meanwhile
                }
                if (!isAccepted(answer)) {
                    return false;
                }
                offer = answer.json();
            }
            HttpResult uploaded = client.upload(offer, audio.bytes());
            if (uploaded.status() != 200) {
                offer = uploaded.status() / 100 == 4 ? null : offer;
                return false;
            }
            return isAccepted(client.completeUpload(turn, offer.path("key").asText()));
        }
    }

    private boolean isAccepted(HttpResult result) {
        boolean named = result.status() == 503
                && result.headers().firstValue("Retry-After").isPresent()
                && (result.problem().equals("object-store-unavailable")
                        || result.problem().equals("overloaded"));
        if (named) {
            unavailable.incrementAndGet();
        } else if (result.status() / 100 != 2 && result.status() != 0) {
            unexpected.incrementAndGet();
            example = result.toString();
        }
        return result.status() / 100 == 2;
    }
}
