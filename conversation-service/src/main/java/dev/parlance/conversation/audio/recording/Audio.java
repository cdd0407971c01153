package dev.parlance.conversation.audio.recording;

import dev.parlance.conversation.audio.format.AudioFormat;
import dev.parlance.conversation.audio.format.InspectedAudio;
import dev.parlance.conversation.audio.recording.AudioRefused.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// The audio of one side of a turn, or the upload that is expected for it.
///
/// @param key         of its object: until the audio is available the key that the client may write to, from then on
///     another one that nobody may write to
/// @param sizeBytes   as announced; verified before the audio is available
/// @param sha256      as announced; verified likewise
/// @param durationMs  as stated by the client, else by the container; null if neither states it
/// @param uploadedKey the key under which the client stored it; null before it is available
/// @param reason      why it was refused or has expired; null otherwise
/// @param expiresAt   when its object is removed
@SuppressWarnings("ArrayRecordComponent") // compared by hasChecksum()
public record Audio(
        String key,
        TurnSide turnSide,
        AudioState state,
        String contentType,
        long sizeBytes,
        byte[] sha256,
        Integer durationMs,
        String uploadedKey,
        String reason,
        Instant requestedAt,
        Instant uploadedAt,
        Instant expiresAt) {
    private static final long DURATION_TOLERANCE_MILLIS = 1_000;
    private static final int DURATION_TOLERANCE_DIVISOR = 20;

    /// An announced upload.
    public static Audio pending(
            TurnSide turnSide,
            AudioFormat format,
            String key,
            long sizeBytes,
            byte[] sha256,
            Instant now,
            Instant expiresAt) {
        return new Audio(
                key,
                turnSide,
                AudioState.PENDING,
                format.contentType(),
                sizeBytes,
                sha256,
                null,
                null,
                null,
                now,
                null,
                expiresAt);
    }

    /// Audio that was sent through this service, and is available at once.
    public static Audio stored(
            TurnSide turnSide,
            AudioFormat format,
            Integer durationMs,
            String key,
            InspectedAudio inspected,
            Instant now,
            Instant expiresAt) {
        var audio = new Audio(
                key,
                turnSide,
                AudioState.UPLOADED,
                format.contentType(),
                inspected.size(),
                inspected.sha256(),
                durationMs,
                null,
                null,
                now,
                now,
                expiresAt);
        return audio.markAvailable(key, inspected.durationMillis(), expiresAt);
    }

    /// The state after the client reported the upload.
    ///
    /// @param duration in milliseconds; null keeps the one that is known
    public Audio markUploaded(Instant now, Integer duration) {
        return new Audio(
                key,
                turnSide,
                AudioState.UPLOADED,
                contentType,
                sizeBytes,
                sha256,
                duration == null ? durationMs : duration,
                null,
                null,
                requestedAt,
                now,
                expiresAt);
    }

    /// The state after the check, with the object under a new key.
    ///
    /// @param containerDuration in milliseconds
    public Audio markAvailable(String newKey, OptionalLong containerDuration, Instant newExpiry) {
        Integer duration = durationMs == null && containerDuration.isPresent()
                ? Math.toIntExact(containerDuration.getAsLong())
                : durationMs;
        return new Audio(
                newKey,
                turnSide,
                AudioState.AVAILABLE,
                contentType,
                sizeBytes,
                sha256,
                duration,
                key,
                null,
                requestedAt,
                uploadedAt,
                newExpiry);
    }

    /// The first property of these bytes that differs from the announcement.
    public Optional<Reason> findMismatch(InspectedAudio inspected) {
        if (inspected.size() != sizeBytes) {
            return Optional.of(Reason.SIZE);
        }
        if (!hasChecksum(inspected.sha256())) {
            return Optional.of(Reason.CHECKSUM);
        }
        if (!inspected.format().equals(AudioFormat.ofContentType(contentType))) {
            return Optional.of(Reason.TYPE);
        }
        return durationMatches(durationMs, inspected.durationMillis())
                ? Optional.empty()
                : Optional.of(Reason.DURATION);
    }

    /// Whether the client's duration and the container's differ by at most one second or a twentieth, whichever is
    /// more. A missing duration matches.
    public static boolean durationMatches(Integer durationMs, OptionalLong containerDuration) {
        if (durationMs == null || containerDuration.isEmpty()) {
            return true;
        }
        long tolerance =
                Math.max(DURATION_TOLERANCE_MILLIS, containerDuration.getAsLong() / DURATION_TOLERANCE_DIVISOR);
        return Math.abs(containerDuration.getAsLong() - durationMs) <= tolerance;
    }

    /// Whether its bytes have this checksum.
    public boolean hasChecksum(byte[] checksum) {
        return Arrays.equals(sha256, checksum);
    }

    /// Whether the client stored it, or is to store it, under this key. Null matches every upload.
    public boolean wasUploadedAs(String uploadKey) {
        return uploadKey == null || uploadKey.equals(key) || uploadKey.equals(uploadedKey);
    }

    /// Whether the upload or its check is still to come.
    public boolean isOpen() {
        return state == AudioState.PENDING || state == AudioState.UPLOADED;
    }

    public AudioAvailable availableEvent() {
        return new AudioAvailable(turnSide, key, contentType, sizeBytes, durationMs);
    }
}
