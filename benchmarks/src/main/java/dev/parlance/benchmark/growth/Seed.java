package dev.parlance.benchmark.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.benchmark.installation.Api;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.benchmark.load.Crowd;
import dev.parlance.benchmark.load.Crowd.Seat;
import dev.parlance.benchmark.load.Phrases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Learners with a past: each has talked on some days, once a day, twenty turns each time, and not yet today. They
/// were really sent, so that every table holds what it holds in real life.
public final class Seed {
    static final int TURNS_A_DAY = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<List<Seat>> learners;
    private final int days;

    private Seed(List<List<Seat>> learners, int days) {
        this.learners = learners;
        this.days = days;
    }

    public static Seed of(int learners, int days) {
        return new Seed(
                IntStream.range(0, learners)
                        .mapToObj(learner -> IntStream.range(0, days)
                                .mapToObj(_ -> new Seat("growth-" + learner, UUID.randomUUID()))
                                .toList())
                        .toList(),
                days);
    }

    public int turns() {
        return learners.size() * days * TURNS_A_DAY;
    }

    /// Sends all of it.
    public void send(Api api) throws InterruptedException {
        Instant first = Instant.now().minus(Duration.ofDays(days));
        for (int day = 0; day < days; day++) {
            for (int learner = 0; learner < learners.size(); learner++) {
                sitting(api, learner, day, first.plus(Duration.ofDays(day)));
            }
        }
    }

    private void sitting(Api api, int learner, int day, Instant at) throws InterruptedException {
        Seat seat = learners.get(learner).get(day);
        ObjectNode conversation = JSON.objectNode()
                .put("learnerId", seat.learner())
                .put("language", Phrases.of(learner).language())
                .put("module", "growth-" + learner % 5)
                .put("startedAt", at.toString());
        ObjectNode batch = JSON.objectNode();
        ArrayNode turns = batch.putArray("turns");
        for (int turn = 0; turn < TURNS_A_DAY; turn++) {
            int variant = day * TURNS_A_DAY + turn;
            turns.addObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("learnerText", Crowd.text(learner, learner + variant))
                    .put("replyText", Crowd.text(learner, learner + variant + 1))
                    .put("durationMs", 1000 + variant)
                    .put("occurredAt", at.plusSeconds(turn).toString());
        }
        String path = "/v1/conversations/" + seat.conversation();
        try {
            int begun = api.put(path, conversation);
            int said = api.post(path + "/turns:batch", batch);
            if (begun != 201 || said != 207) {
                throw Failure.failed("A sitting was answered by %d and %d.".formatted(begun, said));
            }
        } catch (IOException e) {
            throw Failure.failed("A sitting could not be sent (%s).".formatted(e));
        }
    }

    /// The conversations of some learners, as a crowd that goes on talking in them.
    ///
    /// @param count a multiple of three: languages go by turns
    public Crowd crowd(int first, int count) {
        return new Crowd(seats(first, count));
    }

    /// The same of a copy of these learners.
    public Crowd crowdOfCopy(int copy, int first, int count) {
        return new Crowd(seats(first, count).stream()
                .map(seat -> new Seat(seat.learner() + "-" + copy, copied(seat.conversation(), copy)))
                .toList());
    }

    private List<Seat> seats(int first, int count) {
        return IntStream.range(0, days * count)
                .mapToObj(at -> learners.get(first + at % count).get(at / count))
                .toList();
    }

    /// What `Copies` makes of an id.
    static UUID copied(UUID id, int copy) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest((id + "/" + copy).getBytes(UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }
}
