package dev.parlance.peer.conversation;

import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/// A turn as a client sends it.
///
/// @param occurredAt now, if the client does not say
record NewTurn(
        @Size(max = 8000) String learnerText,
        @Size(max = 8000) String replyText,
        Instant occurredAt,
        @PositiveOrZero Integer durationMs) {}
