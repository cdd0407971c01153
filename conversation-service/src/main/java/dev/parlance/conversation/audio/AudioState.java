package dev.parlance.conversation.audio;

import java.util.Locale;

/// How far sound has come. On the wire in small letters.
public enum AudioState {
    /// Announced, or let in; nobody has said that it is there.
    PENDING,
    /// Said to be there; not looked at yet, because S3 was away.
    UPLOADED,
    /// Looked at, kept, and given out.
    AVAILABLE,
    /// Not what was announced, and removed.
    REFUSED,
    /// Removed after its time, or never told of.
    EXPIRED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AudioState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
