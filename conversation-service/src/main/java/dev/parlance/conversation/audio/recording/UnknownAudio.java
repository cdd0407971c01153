package dev.parlance.conversation.audio.recording;

import dev.parlance.kit.problem.DomainProblem;

/// This side of the turn has no audio that is available.
public final class UnknownAudio extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownAudio(TurnSide turnSide, String state) {
        super(
                Kind.UNKNOWN,
                "unknown-audio",
                "The %s side of turn %s has no sound: %s"
                        .formatted(turnSide.side().wireName(), turnSide.turn(), state));
    }
}
