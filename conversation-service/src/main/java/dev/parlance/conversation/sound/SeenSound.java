package dev.parlance.conversation.sound;

import java.util.Optional;
import java.util.OptionalLong;

/// Sound that has passed by.
///
/// @param size   in bytes
/// @param sha256 of all of them
/// @param head   the first ones
/// @param tail   the last ones; may overlap with the head
@SuppressWarnings("ArrayRecordComponent") // looked into, never compared as a whole
public record SeenSound(long size, byte[] sha256, byte[] head, byte[] tail) {
    /// What it is, whatever it was called.
    public Optional<SoundFormat> format() {
        return SoundFormat.of(head);
    }

    /// How long its container says it lasts, in milliseconds; nothing where it says nothing, as what a browser
    /// records in webm, or says it where nobody looks.
    public OptionalLong statedMillis() {
        return format().map(format -> StatedDuration.millis(format, this)).orElseGet(OptionalLong::empty);
    }
}
