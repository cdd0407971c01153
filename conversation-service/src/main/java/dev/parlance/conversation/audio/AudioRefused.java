package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.DomainProblem;

/// Sound that is not what was announced: it was removed, and another upload may be asked for.
public final class AudioRefused extends DomainProblem {
    private static final long serialVersionUID = 1L;

    /// What does not fit; its `type` says it to the client in the field `field`.
    enum Reason {
        TYPE("contentType", "is not of the type that was announced, or of none that is taken"),
        SIZE("sizeBytes", "does not have the size that was announced"),
        CHECKSUM("sha256", "does not have the checksum that was announced"),
        DURATION("durationMs", "lasts, as its container says, for another time than was announced");

        private final String field;
        private final String says;

        Reason(String field, String says) {
            this.field = field;
            this.says = says;
        }

        String field() {
            return field;
        }
    }

    AudioRefused(Reason reason) {
        super(Kind.UNPROCESSABLE, "audio-refused", "What was uploaded " + reason.says, reason.field, null);
    }

    /// Of the field by which it was remembered.
    static AudioRefused of(String field) {
        for (Reason reason : Reason.values()) {
            if (reason.field.equals(field)) {
                return new AudioRefused(reason);
            }
        }
        throw new IllegalArgumentException(field);
    }
}
