package dev.parlance.peer.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.events.Externalized;

/// A turn is stored: the same that conversation-service says of it, field by field. Spring Modulith keeps it in its
/// registry until the broker has it.
@Externalized(TurnRecorded.TOPIC + "::#{#this.learnerId()}")
record TurnRecorded(
        String tenant,
        String learnerId,
        boolean guest,
        UUID conversationId,
        UUID turnId,
        int sequence,
        String channel,
        String module,
        String language,
        String timeZone,
        LocalDate localDate,
        Instant occurredAt,
        Instant recordedAt,
        String learnerText,
        String replyText,
        Integer durationMs,
        Map<String, Object> metadata) {
    static final String TOPIC = "peer.turn-recorded";

    static TurnRecorded of(Turn turn, String learnerId, boolean guest, String channel, String module, String timeZone) {
        return new TurnRecorded(
                "default",
                learnerId,
                guest,
                turn.conversationId(),
                turn.getId(),
                turn.sequence(),
                channel,
                module,
                turn.language(),
                timeZone,
                turn.occurredAt().atZone(ZoneId.of(timeZone)).toLocalDate(),
                turn.occurredAt(),
                turn.recordedAt(),
                turn.learnerText(),
                turn.replyText(),
                turn.durationMs(),
                Map.of());
    }
}
