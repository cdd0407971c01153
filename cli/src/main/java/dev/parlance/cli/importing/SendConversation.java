package dev.parlance.cli.importing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.RetryingHttpClient;
import dev.parlance.cli.http.ServiceResponse;
import dev.parlance.cli.importing.TranscriptConversation.TranscriptTurn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends one conversation: creates it, sends its turns in order, and ends it at its last turn. A refused turn is
/// reported and the others are sent; a refused conversation is reported once.
final class SendConversation {
    /// Half of the service's limit, because its count of bytes may differ.
    private static final int MAX_BATCH_BYTES = 4 << 20;

    private final ConversationClient client;
    private final RateLimiter rateLimiter;
    private final RetryingHttpClient.Sleeper sleeper;
    private final ImportTally tally;

    SendConversation(
            ConversationClient client, RateLimiter rateLimiter, RetryingHttpClient.Sleeper sleeper, ImportTally tally) {
        this.client = client;
        this.rateLimiter = rateLimiter;
        this.sleeper = sleeper;
        this.tally = tally;
    }

    void send(Transcript.Line line) throws InterruptedException, IOException {
        TranscriptConversation conversation;
        ServiceResponse created;
        try {
            conversation = line.readConversation();
            created = client.putConversation(conversation.id(), conversation.body());
        } catch (UnreadableLineException e) {
            tally.addError(line.error(null, e.getMessage()), line.turns());
            return;
        } catch (UncheckedIOException e) {
            tally.addError(line.error(null, "holds text that cannot be written as UTF-8"), line.turns());
            return;
        }
        if (!created.isSuccess()) {
            tally.addError(line.error(null, created.reason()), line.turns());
            return;
        }
        tally.countConversation(created.isCreated());
        sendTurns(line, conversation);
        Optional<ServiceResponse> refusal = conversation.lastTurnAt().isEmpty()
                ? Optional.empty()
                : Optional.of(client.endConversation(
                                conversation.id(), conversation.lastTurnAt().get()))
                        .filter(end -> !end.isSuccess());
        refusal.ifPresent(end -> tally.addError(line.error(null, "could not be ended: " + end.reason()), 0));
    }

    private void sendTurns(Transcript.Line line, TranscriptConversation conversation) throws InterruptedException {
        List<TranscriptTurn> turns = new ArrayList<>();
        List<byte[]> batch = new ArrayList<>();
        int size = 0;
        for (TranscriptTurn turn : conversation.turns()) {
            byte[] json;
            try {
                json = ConversationClient.bytes(turn.json());
            } catch (UncheckedIOException e) {
                tally.addError(line.error(turn.index(), "holds text that cannot be written as UTF-8"), 1);
                continue;
            }
            if (!batch.isEmpty()
                    && (batch.size() >= rateLimiter.batchTurns() || size + json.length > MAX_BATCH_BYTES)) {
                sendBatch(line, conversation, turns, batch);
                turns.clear();
                batch.clear();
                size = 0;
            }
            turns.add(turn);
            batch.add(json);
            size += json.length;
        }
        if (!batch.isEmpty()) {
            sendBatch(line, conversation, turns, batch);
        }
    }

    private void sendBatch(
            Transcript.Line line, TranscriptConversation conversation, List<TranscriptTurn> turns, List<byte[]> batch)
            throws InterruptedException {
        sleeper.sleep(rateLimiter.reserve(batch.size()));
        ServiceResponse response = client.postTurns(conversation.id(), batch);
        if (response.isSuccess()) {
            for (int i = 0; i < turns.size(); i++) {
                count(line, turns.get(i), response.body().path("results").path(i));
            }
        } else if (batch.size() > 1) {
            for (int i = 0; i < batch.size(); i++) {
                sendBatch(line, conversation, turns.subList(i, i + 1), batch.subList(i, i + 1));
            }
        } else {
            tally.addError(line.error(turns.getFirst().index(), response.reason()), 1);
        }
    }

    private void count(Transcript.Line line, TranscriptTurn turn, JsonNode result) {
        ServiceResponse response = new ServiceResponse(result.path("status").asInt(500), result.path("problem"));
        if (response.isSuccess()) {
            tally.countTurn(response.isCreated());
        } else {
            tally.addError(line.error(turn.index(), response.reason()), 1);
        }
    }
}
