package dev.parlance.conversation.audio;

import java.time.Instant;

/// The sound of one side of a turn as it is answered.
///
/// @param state      `pending`, `uploaded`, `available`, `refused` or `expired`
/// @param sha256     64 hexadecimal digits
/// @param reason     the field that did not fit, of what was refused; why it is gone, of what has expired
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
    static AudioView of(Audio audio) {
        return new AudioView(
                audio.place().side().wire(),
                audio.state().wire(),
                audio.contentType(),
                audio.sizeBytes(),
                Sha256.text(audio.sha256()),
                audio.durationMs(),
                audio.key(),
                audio.reason(),
                audio.requestedAt(),
                audio.uploadedAt(),
                audio.expiresAt());
    }

    /// A side whose sound was announced and has not been heard of.
    static AudioView announced(Side side) {
        return new AudioView(
                side.wire(), AudioState.PENDING.wire(), null, null, null, null, null, null, null, null, null);
    }
}
