package dev.parlance.conversation.audio.recording;

import dev.parlance.kit.problem.DomainProblem;

/// The uploaded audio differs from the announcement. It was removed; the client may request another upload.
public final class AudioRefused extends DomainProblem {
    private static final long serialVersionUID = 1L;

    /// What differs; [#field()] names it in the problem.
    public enum Reason {
        TYPE("contentType", "is not of the type that was announced, or of none that is taken"),
        SIZE("sizeBytes", "does not have the size that was announced"),
        CHECKSUM("sha256", "does not have the checksum that was announced"),
        DURATION("durationMs", "lasts, as its container says, for another time than was announced");

        private final String field;
        private final String message;

        Reason(String field, String message) {
            this.field = field;
            this.message = message;
        }

        public String field() {
            return field;
        }
    }

    public AudioRefused(Reason reason) {
        super(Kind.UNPROCESSABLE, "audio-refused", "What was uploaded " + reason.message, reason.field, null);
    }

    /// The problem whose field was stored as the reason.
    public static AudioRefused of(String field) {
        for (Reason reason : Reason.values()) {
            if (reason.field.equals(field)) {
                return new AudioRefused(reason);
            }
        }
        throw new IllegalArgumentException(field);
    }
}
