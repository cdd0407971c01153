package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.kit.problem.DomainProblem;

/// The client reported an upload whose object does not exist.
public final class AudioNotUploaded extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public AudioNotUploaded(TurnSide turnSide) {
        super(
                Kind.CONFLICT,
                "audio-not-uploaded",
                "Nothing has been uploaded for the %s side of turn %s; ask for an upload and store the bytes first"
                        .formatted(turnSide.side().wireName(), turnSide.turn()));
    }
}
