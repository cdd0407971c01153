package dev.parlance.benchmark.throughput.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.benchmark.load.Phrases;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.benchmark.load.SimulatedLearners.LearnerConversation;
import dev.parlance.platform.client.ParlanceApi;
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
public final class SeedData {
    static final int TURNS_PER_DAY = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<List<LearnerConversation>> learners;
    private final int days;

    private SeedData(List<List<LearnerConversation>> learners, int days) {
        this.learners = learners;
        this.days = days;
    }

    public static SeedData of(int learners, int days) {
        return new SeedData(
                IntStream.range(0, learners)
                        .mapToObj(learner -> IntStream.range(0, days)
                                .mapToObj(_ -> new LearnerConversation("growth-" + learner, UUID.randomUUID()))
                                .toList())
                        .toList(),
                days);
    }

    public int countTurns() {
        return learners.size() * days * TURNS_PER_DAY;
    }

    /// Sends all of it.
    public void send(ParlanceApi api) {
        Instant first = Instant.now().minus(Duration.ofDays(days));
        for (int day = 0; day < days; day++) {
            for (int learner = 0; learner < learners.size(); learner++) {
                sendConversation(api, learner, day, first.plus(Duration.ofDays(day)));
            }
        }
    }

    private void sendConversation(ParlanceApi api, int learner, int day, Instant at) {
        LearnerConversation seat = learners.get(learner).get(day);
        ObjectNode conversation = JSON.objectNode()
                .put("learnerId", seat.learnerId())
                .put("language", Phrases.forLearner(learner).language())
                .put("module", "growth-" + learner % 5)
                .put("startedAt", at.toString());
        ObjectNode batch = JSON.objectNode();
        ArrayNode turns = batch.putArray("turns");
        for (int turn = 0; turn < TURNS_PER_DAY; turn++) {
            int variant = day * TURNS_PER_DAY + turn;
            turns.addObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("learnerText", SimulatedLearners.turnText(learner, learner + variant))
                    .put("replyText", SimulatedLearners.turnText(learner, learner + variant + 1))
                    .put("durationMs", 1000 + variant)
                    .put("occurredAt", at.plusSeconds(turn).toString());
        }
        String path = "/v1/conversations/" + seat.conversationId();
        api.put(path, conversation.toString()).requireStatus(201);
        api.post(api.conversationUrl() + path + "/turns:batch", batch.toString())
                .requireStatus(207);
    }

    /// The conversations of some learners, as a crowd that goes on talking in them.
    ///
    /// @param count a multiple of three: languages go by turns
    public SimulatedLearners simulatedLearners(int first, int count) {
        return new SimulatedLearners(conversations(first, count));
    }

    /// The same of a copy of these learners.
    public SimulatedLearners simulatedLearnersOfCopy(int copy, int first, int count) {
        return new SimulatedLearners(conversations(first, count).stream()
                .map(seat ->
                        new LearnerConversation(seat.learnerId() + "-" + copy, copiedId(seat.conversationId(), copy)))
                .toList());
    }

    private List<LearnerConversation> conversations(int first, int count) {
        return IntStream.range(0, days * count)
                .mapToObj(at -> learners.get(first + at % count).get(at / count))
                .toList();
    }

    /// What `RowCopies` makes of an id.
    static UUID copiedId(UUID id, int copy) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest((id + "/" + copy).getBytes(UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }
}
