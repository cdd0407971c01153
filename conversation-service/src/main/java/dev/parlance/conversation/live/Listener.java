package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import java.util.List;

/// Somebody who listens to a learner on this instance. Called by the reader's thread alone ([LiveStreams]).
sealed interface Listener permits LiveStream, AnalysisWait {
    Learner learner();

    /// Of the last event that was given, or passed over.
    long position();

    /// Whether it can take more now. One that cannot asks for the rest when it can ([LiveStreams#wake]), if it was told
    /// that there is any.
    boolean isFree();

    /// There is more, and it was not free.
    void leftBehind();

    /// @param events those behind its position, in their order
    /// @param upTo   the position from now on
    void give(List<LiveEvent> events, long upTo);
}
