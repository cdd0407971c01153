package dev.parlance.journey.fault.sound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.journey.fault.FaultRun;
import dev.parlance.journey.fault.sound.SoundClient.Reply;
import dev.parlance.journey.fault.sound.SoundClient.Turn;
import dev.parlance.journey.fault.world.FaultFailed;
import dev.parlance.journey.fault.world.Kind;
import dev.parlance.journey.fault.world.Until;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that send sound all the time, each again until it was taken: every other one to S3 itself, the others
/// through the service. What was taken is remembered, to be compared with what is there at the end.
public final class Sounds implements AutoCloseable {
    private static final int SIZE = 20_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration SWEEP = Duration.ofSeconds(60);
    /// Until then an upload that was begun may still be told of.
    private static final Duration GIVEN_UP = Duration.ofSeconds(6);

    private final FaultRun run;
    private final SoundClient client;
    private final Map<Turn, Wav> taken = new ConcurrentHashMap<>();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger unforeseen = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile String example = "none";
    private volatile boolean stopped;

    public Sounds(FaultRun run) {
        this.run = run;
        this.client = new SoundClient(() -> run.world().first(Kind.CONVERSATION).url());
    }

    public SoundClient client() {
        return client;
    }

    /// So many clients begin to send.
    public Sounds start(int clients) {
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
    public int taken() {
        return taken.size();
    }

    /// A turn that nobody else has, accepted.
    public Turn turn() {
        var turn = new Turn(UUID.randomUUID(), UUID.randomUUID());
        Reply said = client.say(turn, "sound-of-%s-%d".formatted(run.prefix(), numbers.getAndIncrement()));
        if (said.status() != 201) {
            throw new FaultFailed("a turn of sound alone was answered " + said);
        }
        return turn;
    }

    /// Remembers what was sent by hand.
    public void remember(Turn turn, Wav sound) {
        taken.put(turn, sound);
    }

    /// Ends the clients; what each has begun is brought to its end.
    public void stop(Duration patience) throws InterruptedException {
        stopped = true;
        var _ = Until.holds("every sound is taken", patience, () -> open.get() == 0);
        run.require(
                unforeseen.get() == 0,
                "%d answers to clients with sound were neither 2xx nor a named 503, such as %s"
                        .formatted(unforeseen.get(), example));
    }

    /// I10: what was taken is there, byte by byte; rows and objects are one to one once what was left behind is
    /// swept.
    public void check() throws InterruptedException {
        for (Map.Entry<Turn, Wav> one : taken.entrySet()) {
            Reply bytes = client.get(one.getKey());
            run.require(
                    bytes.status() == 200
                            && Arrays.equals(bytes.body(), one.getValue().bytes()),
                    "I10: the sound of turn %s is not what was sent (%s)"
                            .formatted(one.getKey().turn(), bytes));
        }
        run.pass(GIVEN_UP);
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
        long available = run.checker().number("select count(*) from conversation.audio where state = 'available'");
        run.require(
                available == taken.size(),
                "I10: %d sounds were taken and %d are available".formatted(taken.size(), available));
        run.proof("sounds compared byte by byte", taken.size());
    }

    /// Orders a sweep and waits for its report.
    public JsonNode sweep(boolean dryRun) throws InterruptedException {
        Reply ordered = client.json("POST", "/v1/admin/audio/sweeps", "{\"dryRun\": %s}".formatted(dryRun));
        String path = "/v1/admin/audio/sweeps/" + ordered.json().path("id").asText();
        var _ = Until.holds("the sweep ends", SWEEP, () -> client.json("GET", path, "")
                .json()
                .path("status")
                .asText()
                .equals("completed"));
        return client.json("GET", path, "").json();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private void sendAll(Random random, boolean direct) {
        while (!stopped) {
            open.incrementAndGet();
            try {
                Wav sound = Wav.of(random, SIZE + random.nextInt(SIZE));
                Turn turn = turn();
                while (!(direct ? direct(turn, sound) : through(turn, sound)) && !threads.isShutdown()) {
                    Thread.sleep(PAUSE);
                }
                taken.put(turn, sound);
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (FaultFailed refused) {
                unforeseen.incrementAndGet();
                example = refused.getMessage();
            } finally {
                open.decrementAndGet();
            }
        }
    }

    private boolean through(Turn turn, Wav sound) {
        return isTaken(client.put(turn, sound.bytes()));
    }

    private boolean direct(Turn turn, Wav sound) {
        Reply offer = client.offer(turn, sound);
        if (offer.problem().equals("audio-differs")) {
            return true; // told of before, and looked at by the service itself meanwhile
        }
        if (!isTaken(offer)) {
            return false;
        }
        Reply uploaded = client.upload(offer.json(), sound.bytes());
        return uploaded.status() == 200
                && isTaken(client.told(turn, offer.json().path("key").asText()));
    }

    private boolean isTaken(Reply reply) {
        boolean named = reply.status() == 503
                && reply.retryAfter()
                && (reply.problem().equals("object-store-unavailable")
                        || reply.problem().equals("overloaded"));
        if (named) {
            unavailable.incrementAndGet();
        } else if (reply.status() / 100 != 2 && reply.status() != 0) {
            unforeseen.incrementAndGet();
            example = reply.toString();
        }
        return reply.status() / 100 == 2;
    }
}
