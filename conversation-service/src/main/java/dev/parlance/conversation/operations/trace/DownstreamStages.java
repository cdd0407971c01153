package dev.parlance.conversation.operations.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.json.WireJson;
import dev.parlance.conversation.dialogue.analysis.PeerClient;
import dev.parlance.conversation.dialogue.analysis.PeerResponse;
import dev.parlance.conversation.dialogue.analysis.PeerResponse.Found;
import dev.parlance.conversation.dialogue.analysis.PeerResponse.NotFound;
import dev.parlance.conversation.operations.trace.StageResult.NoAnswer;
import dev.parlance.conversation.operations.trace.StageResult.NotReached;
import dev.parlance.conversation.operations.trace.StageResult.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Asks the other services when they processed a turn.
@ApplicationScoped
class DownstreamStages {
    private final PeerClient peerClient;

    DownstreamStages(PeerClient peerClient) {
        this.peerClient = peerClient;
    }

    CompletableFuture<StageResult> findAnalysis(UUID turn) {
        return peerClient.fetchAnalysis(turn).thenApply(analysis -> toStageResult(analysis, "/jobs/0/createdAt"));
    }

    CompletableFuture<StageResult> findSummary(UUID turn) {
        return peerClient.fetchDay(turn).thenApply(day -> toStageResult(day, "/countedAt"));
    }

    /// @param pointer JSON pointer of the instant
    private static StageResult toStageResult(PeerResponse response, String pointer) {
        return switch (response) {
            case Found(JsonNode body) -> {
                JsonNode at = body.at(pointer);
                try {
                    yield at.isTextual() ? new Reached(WireJson.parseInstant(at.textValue())) : new NotReached();
                } catch (DateTimeException e) {
                    yield new NoAnswer();
                }
            }
            case NotFound _ -> new NotReached();
            case PeerResponse.NoResponse _ -> new NoAnswer();
        };
    }
}
