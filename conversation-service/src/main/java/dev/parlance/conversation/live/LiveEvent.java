package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import java.util.UUID;

/// Something that was told of a learner, at its place in the order of all that was told of this learner.
///
/// @param turn null where it is about the conversation as a whole
/// @param data JSON without line breaks
record LiveEvent(Learner learner, long position, UUID conversation, UUID turn, String type, String data) {
    static final String TURN = "turn";
    static final String WORDS = "words";
    static final String HIGHLIGHT = "highlight";
    static final String TRANSCRIPT = "transcript";
    static final String ENDED = "ended";

    /// As it stands on a stream.
    String text() {
        return "id: " + position + "\nevent: " + type + "\ndata: " + data + "\n\n";
    }
}
