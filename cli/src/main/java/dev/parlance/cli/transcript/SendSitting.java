package dev.parlance.cli.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.Answer;
import dev.parlance.cli.http.PatientHttp;
import dev.parlance.cli.transcript.Sitting.ToldTurn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends one conversation: opens it, tells its turns in order, ends it at its last turn. A refused turn is reported
/// and spoils no other; a refused conversation is reported once.
final class SendSitting {
    /// Half of what the service takes, so that nothing depends on how it counts.
    private static final int MOST_BYTES_AT_ONCE = 4 << 20;

    private final ConversationClient client;
    private final Pace pace;
    private final PatientHttp.Rest rest;
    private final Tally tally;

    SendSitting(ConversationClient client, Pace pace, PatientHttp.Rest rest, Tally tally) {
        this.client = client;
        this.pace = pace;
        this.rest = rest;
        this.tally = tally;
    }

    void send(Transcript.Line line) throws InterruptedException, IOException {
        Sitting sitting;
        Answer opened;
        try {
            sitting = line.sitting();
            opened = client.put(sitting.id(), sitting.conversation());
        } catch (Unreadable e) {
            tally.bad(line.bad(null, e.getMessage()), line.turns());
            return;
        } catch (UncheckedIOException e) {
            tally.bad(line.bad(null, "holds text that cannot be written as UTF-8"), line.turns());
            return;
        }
        if (!opened.accepted()) {
            tally.bad(line.bad(null, opened.reason()), line.turns());
            return;
        }
        tally.conversation(opened.created());
        sendTurns(line, sitting);
        Optional<Answer> refusal = sitting.lastTurnAt().isEmpty()
                ? Optional.empty()
                : Optional.of(client.end(sitting.id(), sitting.lastTurnAt().get()))
                        .filter(end -> !end.accepted());
        refusal.ifPresent(end -> tally.bad(line.bad(null, "could not be ended: " + end.reason()), 0));
    }

    private void sendTurns(Transcript.Line line, Sitting sitting) throws InterruptedException {
        List<ToldTurn> turns = new ArrayList<>();
        List<byte[]> batch = new ArrayList<>();
        int size = 0;
        for (ToldTurn turn : sitting.turns()) {
            byte[] json;
            try {
                json = ConversationClient.bytes(turn.json());
            } catch (UncheckedIOException e) {
                tally.bad(line.bad(turn.index(), "holds text that cannot be written as UTF-8"), 1);
                continue;
            }
            if (!batch.isEmpty() && (batch.size() >= pace.turnsAtOnce() || size + json.length > MOST_BYTES_AT_ONCE)) {
                sendBatch(line, sitting, turns, batch);
                turns.clear();
                batch.clear();
                size = 0;
            }
            turns.add(turn);
            batch.add(json);
            size += json.length;
        }
        if (!batch.isEmpty()) {
            sendBatch(line, sitting, turns, batch);
        }
    }

    private void sendBatch(Transcript.Line line, Sitting sitting, List<ToldTurn> turns, List<byte[]> batch)
            throws InterruptedException {
        rest.take(pace.claim(batch.size()));
        Answer answer = client.turns(sitting.id(), batch);
        if (answer.accepted()) {
            for (int i = 0; i < turns.size(); i++) {
                count(line, turns.get(i), answer.body().path("results").path(i));
            }
        } else if (batch.size() > 1) {
            for (int i = 0; i < batch.size(); i++) {
                sendBatch(line, sitting, turns.subList(i, i + 1), batch.subList(i, i + 1));
            }
        } else {
            tally.bad(line.bad(turns.getFirst().index(), answer.reason()), 1);
        }
    }

    private void count(Transcript.Line line, ToldTurn turn, JsonNode result) {
        Answer answer = new Answer(result.path("status").asInt(500), result.path("problem"));
        if (answer.accepted()) {
            tally.turn(answer.created());
        } else {
            tally.bad(line.bad(turn.index(), answer.reason()), 1);
        }
    }
}
