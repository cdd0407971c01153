package dev.parlance.conversation.operations.trace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// When a turn reached the stages of the pipeline. A time is null if the turn has not come so far or the stage did not
/// respond.
///
/// @param accepted   when it was stored and its 2xx was sent
/// @param relayed    when its event was sent to the topic; known as long as the topic retains it
/// @param analysed   when its analysis was first stored
/// @param summarised when it was first counted in its day; null also for a turn from before this time was stored
/// @param unanswered stages that did not respond in time: `kafka`, `analysis-service`, `summary-service`
public record TurnTrace(
        UUID turnId,
        UUID conversationId,
        Instant accepted,
        Instant relayed,
        Instant analysed,
        Instant summarised,
        List<String> unanswered) {}
