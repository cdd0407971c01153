package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.DomainProblem;

/// This side of the turn has no sound, or none yet.
public final class UnknownAudio extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public UnknownAudio(Place place, String state) {
        super(
                Kind.UNKNOWN,
                "unknown-audio",
                "The %s side of turn %s has no sound: %s".formatted(place.side().wire(), place.turn(), state));
    }
}
