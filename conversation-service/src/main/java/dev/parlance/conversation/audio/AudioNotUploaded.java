package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.DomainProblem;

/// An upload is told of, and nothing is where it was to be stored.
public final class AudioNotUploaded extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public AudioNotUploaded(Place place) {
        super(
                Kind.CONFLICT,
                "audio-not-uploaded",
                "Nothing has been uploaded for the %s side of turn %s; ask for an upload and store the bytes first"
                        .formatted(place.side().wire(), place.turn()));
    }
}
