package dev.parlance.conversation.trace;

import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.trace.Sighting.Unanswered;
import dev.parlance.conversation.turn.RecordedTurns;
import dev.parlance.conversation.turn.RecordedTurns.Announced;
import dev.parlance.conversation.turn.UnknownTurn;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.problem.Overloaded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// How far a turn has come, over HTTP. Who does not answer in time is named instead of waited for.
@Path("/v1/turns/{turn}/trace")
@Produces(MediaType.APPLICATION_JSON)
class TraceResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final RecordedTurns turns;
    private final SentRecordConsumer sentRecords;
    private final OtherServices others;
    private final Semaphore room;

    TraceResource(RecordedTurns turns, SentRecordConsumer sentRecords, OtherServices others, TraceConfig config) {
        this.turns = turns;
        this.sentRecords = sentRecords;
        this.others = others;
        this.room = new Semaphore(config.atOnce());
    }

    @GET
    public TurnTrace get(String turn) {
        Announced announced =
                turns.byId(TENANT, List.of(parsed(turn))).stream().findFirst().orElseThrow(() -> new UnknownTurn(turn));
        if (!room.tryAcquire()) {
            throw new Overloaded("As many turns are traced as the service traces at once");
        }
        try {
            return trace(announced);
        } finally {
            room.release();
        }
    }

    private TurnTrace trace(Announced turn) {
        UUID id = turn.turn().value();
        CompletableFuture<Sighting> analysed = others.analysed(id);
        CompletableFuture<Sighting> summarised = others.summarised(id);
        OutboxRecord recorded = turn.events().getFirst(); // what was heard later was sent later
        Map<String, Sighting> told = new LinkedHashMap<>();
        told.put(
                "kafka",
                sentRecords.sent(
                        recorded.topic(),
                        recorded.key(),
                        recorded.headers().get("ce_id"),
                        turn.place().recordedAt()));
        told.put("analysis-service", analysed.join());
        told.put("summary-service", summarised.join());
        return new TurnTrace(
                id,
                turn.place().conversation(),
                turn.place().recordedAt(),
                told.get("kafka").instant(),
                told.get("analysis-service").instant(),
                told.get("summary-service").instant(),
                told.entrySet().stream()
                        .filter(who -> who.getValue() instanceof Unanswered)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static TurnId parsed(String turn) {
        try {
            return new TurnId(UUID.fromString(turn));
        } catch (IllegalArgumentException e) {
            throw new UnknownTurn(turn);
        }
    }
}
