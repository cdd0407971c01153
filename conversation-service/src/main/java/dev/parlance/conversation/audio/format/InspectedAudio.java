package dev.parlance.conversation.audio.format;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What is known of audio after its bytes were read.
///
/// @param size   in bytes
/// @param sha256 of all bytes
/// @param head   the first bytes
/// @param tail   the last bytes; may overlap with the head
@SuppressWarnings("ArrayRecordComponent") // looked into, never compared as a whole
public record InspectedAudio(long size, byte[] sha256, byte[] head, byte[] tail) {
    private static final long MAX_DURATION_MILLIS = Duration.ofHours(24).toMillis();

    /// The container by its signature, whatever content type was declared.
    public Optional<AudioFormat> format() {
        return AudioFormat.of(head);
    }

    /// The duration that the container states, in milliseconds; empty if it states none (browser recordings in WebM)
    /// or states it outside head and tail, and above 24 hours, which 25 MiB of speech do not last.
    public OptionalLong durationMillis() {
        OptionalLong stated =
                format().map(format -> ContainerDuration.millis(format, this)).orElseGet(OptionalLong::empty);
        return stated.isPresent() && stated.getAsLong() <= MAX_DURATION_MILLIS ? stated : OptionalLong.empty();
    }
}
