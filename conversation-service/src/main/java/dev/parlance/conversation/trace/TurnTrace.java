package dev.parlance.conversation.trace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How far a turn has come. A time is null where it has not come so far, or where nobody could tell.
///
/// @param accepted   when it was stored, and its 2xx given
/// @param relayed    when its event was put on the topic; known for as long as the topic keeps it
/// @param analysed   when its analysis was first stored
/// @param summarised when it was first counted in its day; null as well for a turn of before that was noted
/// @param unanswered who did not say in time: `kafka`, `analysis-service`, `summary-service`
public record TurnTrace(
        UUID turnId,
        UUID conversationId,
        Instant accepted,
        Instant relayed,
        Instant analysed,
        Instant summarised,
        List<String> unanswered) {}
