package dev.parlance.conversation.audio.transfer;

import dev.parlance.kit.problem.DomainProblem;

/// The audio exceeds the size limit.
public final class AudioTooLarge extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public AudioTooLarge(long limit) {
        super(Kind.TOO_LARGE, "audio-too-large", "Sound may have up to %d bytes".formatted(limit), null, limit);
    }
}
