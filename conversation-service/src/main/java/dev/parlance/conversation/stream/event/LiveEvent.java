package dev.parlance.conversation.stream.event;

import dev.parlance.contract.id.Learner;
import java.util.UUID;

/// A live event of a learner.
///
/// @param position its position among the events of this learner
/// @param turn     null if it concerns the conversation as a whole
/// @param data     JSON without line breaks
public record LiveEvent(Learner learner, long position, UUID conversation, UUID turn, String type, String data) {
    static final String TURN = "turn";
    public static final String WORDS = "words";
    public static final String HIGHLIGHT = "highlight";
    static final String TRANSCRIPT = "transcript";
    static final String ENDED = "ended";

    /// The event in the format of `text/event-stream`.
    public String toSse() {
        return "id: " + position + "\nevent: " + type + "\ndata: " + data + "\n\n";
    }
}
