package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.DomainProblem;

/// Sound of more bytes than are taken.
public final class AudioTooLarge extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public AudioTooLarge(long limit) {
        super(Kind.TOO_LARGE, "audio-too-large", "Sound may have up to %d bytes".formatted(limit), null, limit);
    }
}
