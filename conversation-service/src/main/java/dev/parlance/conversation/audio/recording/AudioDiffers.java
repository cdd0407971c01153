package dev.parlance.conversation.audio.recording;

import dev.parlance.kit.problem.DomainProblem;

/// This side of the turn already has other audio. Available audio never changes.
public final class AudioDiffers extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public AudioDiffers(TurnSide turnSide) {
        super(
                Kind.CONFLICT,
                "audio-differs",
                "The %s side of turn %s has other sound already"
                        .formatted(turnSide.side().wireName(), turnSide.turn()));
    }
}
