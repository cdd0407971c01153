package dev.parlance.fault.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fault.ledger.Ledger;
import dev.parlance.fault.ledger.Outcome;
import dev.parlance.fault.ledger.SimulatedTurn;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends many turns in batches, several at a time, as fast as they are accepted. The ledger records them all.
public final class BatchImport {
    private static final int BATCH_TURNS = 100;
    private static final int MAX_CONCURRENT_BATCHES = 6;
    private static final long RETRY_DELAY_MILLIS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadProfile shape;
    private final SimulatedLearners learners;
    private final ApiClient client;
    private final Ledger ledger;

    public BatchImport(LoadProfile shape, long seed, ApiClient client, Ledger ledger) {
        this.shape = shape;
        this.learners = new SimulatedLearners(shape, BATCH_TURNS, seed);
        this.client = client;
        this.ledger = ledger;
    }

    /// Returns when all have been accepted.
    public void send(int turns) throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(MAX_CONCURRENT_BATCHES)) {
            for (int batch = 0; batch < (turns + BATCH_TURNS - 1) / BATCH_TURNS; batch++) {
                int learner = batch % shape.learners();
                sent.add(threads.submit(() -> {
                    sendBatch(learner);
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

    private void sendBatch(int learner) throws InterruptedException, JsonProcessingException {
        List<SimulatedTurn> batch = learners.next(learner, BATCH_TURNS);
        UUID conversation = batch.getFirst().conversation();
        while (client.startConversation(batch.getFirst()).outcome() != Outcome.ACCEPTED) {
            Thread.sleep(RETRY_DELAY_MILLIS);
        }
        String body = batchBody(batch);
        for (int attempt = 1; ; attempt++) {
            for (SimulatedTurn said : batch) {
                ledger.recordAttempt(said, attempt);
            }
            ApiResponse answer = client.post("/v1/conversations/%s/turns:batch".formatted(conversation), body);
            recordResults(batch, attempt, answer);
            if (answer.outcome() == Outcome.ACCEPTED) {
                return;
            }
            Thread.sleep(RETRY_DELAY_MILLIS);
        }
    }

    private void recordResults(List<SimulatedTurn> batch, int attempt, ApiResponse answer)
            throws JsonProcessingException {
        if (answer.outcome() != Outcome.ACCEPTED) {
            batch.forEach(said -> ledger.recordOutcome(said, attempt, answer.outcome(), answer.status()));
            return;
        }
        JsonNode results = JSON.readTree(answer.body()).get("results");
        for (int at = 0; at < batch.size(); at++) {
            int status = results.get(at).get("status").asInt();
            ledger.recordOutcome(batch.get(at), attempt, Outcome.of(status), status);
        }
    }

    private static String batchBody(List<SimulatedTurn> batch) {
        ObjectNode body = JSON.createObjectNode();
        var turns = body.putArray("turns");
        for (SimulatedTurn said : batch) {
            try {
                ObjectNode turn = (ObjectNode) JSON.readTree(ApiClient.turnBody(said));
                turns.add(turn.put("id", said.turn().toString()));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return body.toString();
    }
}
