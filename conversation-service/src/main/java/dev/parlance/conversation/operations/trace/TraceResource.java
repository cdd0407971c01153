package dev.parlance.conversation.operations.trace;

import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.turn.PublishedTurns;
import dev.parlance.conversation.dialogue.turn.PublishedTurns.PublishedTurn;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.conversation.operations.trace.StageResult.NoAnswer;
import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.read.ReadLimit;
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

/// The trace of a turn over HTTP. A stage that does not respond in time is named in `unanswered`.
@Path("/v1/turns/{turn}/trace")
@Produces(MediaType.APPLICATION_JSON)
class TraceResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final PublishedTurns publishedTurns;
    private final TopicSearchConsumer topicSearch;
    private final DownstreamStages downstreamStages;
    private final ReadLimit reads;
    private final Semaphore permits;

    TraceResource(
            PublishedTurns publishedTurns,
            TopicSearchConsumer topicSearch,
            DownstreamStages downstreamStages,
            ReadLimit reads,
            TraceConfig config) {
        this.publishedTurns = publishedTurns;
        this.topicSearch = topicSearch;
        this.downstreamStages = downstreamStages;
        this.reads = reads;
        this.permits = new Semaphore(config.maxConcurrentTraces());
    }

    @GET
    public TurnTrace get(String turn) {
        TurnId id = parseTurnId(turn);
        PublishedTurn published = reads.call(() -> publishedTurns.findByIds(TENANT, List.of(id))).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownTurn(turn));
        if (!permits.tryAcquire()) {
            throw new Overloaded("As many turns are traced as the service traces at once");
        }
        try {
            return trace(published);
        } finally {
            permits.release();
        }
    }

    private TurnTrace trace(PublishedTurn turn) {
        UUID id = turn.turn().value();
        CompletableFuture<StageResult> analysed = downstreamStages.findAnalysis(id);
        CompletableFuture<StageResult> summarised = downstreamStages.findSummary(id);
        OutboxRecord recorded = turn.recorded();
        Map<String, StageResult> results = new LinkedHashMap<>();
        results.put(
                "kafka",
                topicSearch.findRecord(
                        recorded.topic(),
                        recorded.key(),
                        recorded.headers().get("ce_id"),
                        turn.position().recordedAt()));
        results.put("analysis-service", analysed.join());
        results.put("summary-service", summarised.join());
        return new TurnTrace(
                id,
                turn.position().conversation(),
                turn.position().recordedAt(),
                results.get("kafka").reachedAt(),
                results.get("analysis-service").reachedAt(),
                results.get("summary-service").reachedAt(),
                results.entrySet().stream()
                        .filter(stage -> stage.getValue() instanceof NoAnswer)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static TurnId parseTurnId(String turn) {
        return UuidText.parse(turn).map(TurnId::new).orElseThrow(() -> new UnknownTurn(turn));
    }
}
