package dev.parlance.conversation.audio.recording;

import java.time.Instant;

/// The audio of one side of a turn as the API answers it.
///
/// @param state  `pending`, `uploaded`, `available`, `refused` or `expired`
/// @param sha256 64 hexadecimal digits
/// @param reason if refused, the field that differs; if expired, why
public record AudioView(
        String side,
        String state,
        String contentType,
        Long sizeBytes,
        String sha256,
        Integer durationMs,
        String key,
        String reason,
        Instant requestedAt,
        Instant uploadedAt,
        Instant expiresAt) {
    public static AudioView of(Audio audio) {
        return new AudioView(
                audio.turnSide().side().wireName(),
                audio.state().wireName(),
                audio.contentType(),
                audio.sizeBytes(),
                Sha256.toHex(audio.sha256()),
                audio.durationMs(),
                audio.key(),
                audio.reason(),
                audio.requestedAt(),
                audio.uploadedAt(),
                audio.expiresAt());
    }

    /// A side whose audio was announced with the turn and not uploaded.
    static AudioView announced(Side side) {
        return new AudioView(
                side.wireName(), AudioState.PENDING.wireName(), null, null, null, null, null, null, null, null, null);
    }
}
