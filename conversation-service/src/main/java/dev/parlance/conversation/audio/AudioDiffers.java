package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.DomainProblem;

/// This side of the turn has its sound, and it is another. What a turn is does not change.
public final class AudioDiffers extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public AudioDiffers(Place place) {
        super(
                Kind.CONFLICT,
                "audio-differs",
                "The %s side of turn %s has other sound already"
                        .formatted(place.side().wire(), place.turn()));
    }
}
