package dev.parlance.journey.fault.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.journey.fault.ledger.Ledger;
import dev.parlance.journey.fault.ledger.Outcome;
import dev.parlance.journey.fault.ledger.Said;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many turns, as fast as they are taken: conversations of many turns in batches, several at a time. Written in the
/// ledger as all others.
public final class Import {
    private static final int BATCH = 100;
    private static final int AT_ONCE = 6;
    private static final long PAUSE_MILLIS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shape shape;
    private final Learners learners;
    private final Client client;
    private final Ledger ledger;

    public Import(Shape shape, long seed, Client client, Ledger ledger) {
        this.shape = shape;
        this.learners = new Learners(shape, BATCH, seed);
        this.client = client;
        this.ledger = ledger;
    }

    /// Returns when all have been accepted.
    public void send(int turns) throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int batch = 0; batch < (turns + BATCH - 1) / BATCH; batch++) {
                int learner = batch % shape.learners();
                sent.add(threads.submit(() -> {
                    deliver(learner);
                    return null;
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void deliver(int learner) throws InterruptedException, JsonProcessingException {
        List<Said> batch = learners.next(learner, BATCH);
        UUID conversation = batch.getFirst().conversation();
        while (client.start(batch.getFirst()).outcome() != Outcome.ACCEPTED) {
            Thread.sleep(PAUSE_MILLIS);
        }
        String body = body(batch);
        for (int attempt = 1; ; attempt++) {
            for (Said said : batch) {
                ledger.asking(said, attempt);
            }
            Answer answer = client.post("/v1/conversations/%s/turns:batch".formatted(conversation), body);
            tell(batch, attempt, answer);
            if (answer.outcome() == Outcome.ACCEPTED) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void tell(List<Said> batch, int attempt, Answer answer) throws JsonProcessingException {
        if (answer.outcome() != Outcome.ACCEPTED) {
            batch.forEach(said -> ledger.answered(said, attempt, answer.outcome(), answer.status()));
            return;
        }
        JsonNode results = JSON.readTree(answer.body()).get("results");
        for (int at = 0; at < batch.size(); at++) {
            int status = results.get(at).get("status").asInt();
            ledger.answered(batch.get(at), attempt, Outcome.of(status), status);
        }
    }

    private static String body(List<Said> batch) {
        ObjectNode body = JSON.createObjectNode();
        var turns = body.putArray("turns");
        for (Said said : batch) {
            try {
                ObjectNode turn = (ObjectNode) JSON.readTree(Client.body(said));
                turns.add(turn.put("id", said.turn().toString()));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return body.toString();
    }
}
