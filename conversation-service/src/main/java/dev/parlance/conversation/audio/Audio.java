package dev.parlance.conversation.audio;

import dev.parlance.conversation.audio.AudioRefused.Reason;
import dev.parlance.conversation.audio.StoreSound.Sound;
import dev.parlance.conversation.sound.SeenSound;
import dev.parlance.conversation.sound.SoundFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// Sound of one side of a turn, or the place that is kept for it.
///
/// @param key         of its object: the one that a client may write to until the sound is available, another from
///     then on, which nobody may write to
/// @param sizeBytes   as announced, and checked before it is available
/// @param sha256      likewise
/// @param durationMs  as the client says, or else the container; null where neither does
/// @param uploadedKey the key under which the client had stored it; null before it is available
/// @param reason      why it was refused or has expired; null otherwise
/// @param expiresAt   when its object is removed
@SuppressWarnings("ArrayRecordComponent") // compared by says()
record Audio(
        String key,
        Place place,
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
    private static final long TOLERATED_MILLIS = 1_000;
    private static final int TOLERATED_SHARE = 20;

    /// A place for what is about to come.
    static Audio pending(
            Place place, SoundFormat format, String key, NewUpload wanted, Instant now, Instant expiresAt) {
        return new Audio(
                key,
                place,
                AudioState.PENDING,
                format.contentType(),
                wanted.sizeBytes(),
                wanted.checksum(),
                null,
                null,
                null,
                now,
                null,
                expiresAt);
    }

    /// What came through this service.
    static Audio stored(Place place, Sound sound, String key, SeenSound seen, Instant now, Instant expiresAt) {
        var audio = new Audio(
                key,
                place,
                AudioState.UPLOADED,
                sound.format().contentType(),
                seen.size(),
                seen.sha256(),
                sound.durationMs(),
                null,
                null,
                now,
                now,
                expiresAt);
        return audio.keptAs(key, seen.statedMillis(), expiresAt);
    }

    /// The same, once the client says that it is there.
    Audio toldAt(Instant now, Integer duration) {
        return new Audio(
                key,
                place,
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

    /// The same, looked at and kept under a key of its own.
    ///
    /// @param stated by the container, in milliseconds
    Audio keptAs(String kept, OptionalLong stated, Instant expires) {
        Integer duration = durationMs == null && stated.isPresent() ? Math.toIntExact(stated.getAsLong()) : durationMs;
        return new Audio(
                kept,
                place,
                AudioState.AVAILABLE,
                contentType,
                sizeBytes,
                sha256,
                duration,
                key,
                null,
                requestedAt,
                uploadedAt,
                expires);
    }

    /// What about these bytes is not as it was announced.
    Optional<Reason> refusal(SeenSound seen) {
        if (seen.size() != sizeBytes) {
            return Optional.of(Reason.SIZE);
        }
        if (!says(seen.sha256())) {
            return Optional.of(Reason.CHECKSUM);
        }
        if (!seen.format().equals(SoundFormat.ofContentType(contentType))) {
            return Optional.of(Reason.TYPE);
        }
        return lasts(durationMs, seen.statedMillis()) ? Optional.empty() : Optional.of(Reason.DURATION);
    }

    /// Whether a container agrees with a client, to a second or a twentieth. Who says nothing agrees.
    static boolean lasts(Integer durationMs, OptionalLong stated) {
        if (durationMs == null || stated.isEmpty()) {
            return true;
        }
        long tolerated = Math.max(TOLERATED_MILLIS, stated.getAsLong() / TOLERATED_SHARE);
        return Math.abs(stated.getAsLong() - durationMs) <= tolerated;
    }

    /// Whether these are its bytes.
    boolean says(byte[] checksum) {
        return Arrays.equals(sha256, checksum);
    }

    /// Whether it was, or is to be, stored under this key by the client; null speaks of any.
    boolean cameAs(String told) {
        return told == null || told.equals(key) || told.equals(uploadedKey);
    }

    /// Whether somebody still waits for it.
    boolean isOpen() {
        return state == AudioState.PENDING || state == AudioState.UPLOADED;
    }

    SoundAvailable event() {
        return new SoundAvailable(place, key, contentType, sizeBytes, durationMs);
    }
}
