package dev.parlance.conversation.audio.recording;

import java.util.Locale;

/// The state of an upload. The wire name is the constant in lower case.
public enum AudioState {
    /// Announced; the client has not reported the upload.
    PENDING,
    /// Reported and not yet checked, because S3 was unavailable.
    UPLOADED,
    /// Checked; can be downloaded.
    AVAILABLE,
    /// Not what was announced; removed.
    REFUSED,
    /// Removed after its retention, or never reported.
    EXPIRED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AudioState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
