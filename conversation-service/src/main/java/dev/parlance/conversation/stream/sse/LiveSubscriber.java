package dev.parlance.conversation.stream.sse;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveEvent;
import java.util.List;

/// A subscriber to the events of a learner on this instance. Only the thread of [LiveEventDispatcher] calls it.
public interface LiveSubscriber {
    Learner learner();

    /// The position of the last event that was delivered or skipped.
    long position();

    /// Whether events can be delivered now. Otherwise it calls [LiveEventDispatcher#wake] when it is ready again, if
    /// [#markBehind] was called meanwhile.
    boolean isReady();

    /// There are more events, and it was not ready.
    void markBehind();

    /// @param events the events after its position, in order
    /// @param upTo   the position from now on
    void deliver(List<LiveEvent> events, long upTo);
}
