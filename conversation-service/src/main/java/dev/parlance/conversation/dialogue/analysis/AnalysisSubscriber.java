package dev.parlance.conversation.dialogue.analysis;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveEvent;
import dev.parlance.conversation.stream.sse.LiveSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Waits for the analysis of one turn among the live events of its learner.
public final class AnalysisSubscriber implements LiveSubscriber {
    private final Learner learner;
    private final UUID turn;
    private final CompletableFuture<TurnAnalysis> result = new CompletableFuture<>();
    private final List<LiveEvent> events = new ArrayList<>();
    private volatile long position;

    public AnalysisSubscriber(Learner learner, UUID turn, long position) {
        this.learner = learner;
        this.turn = turn;
        this.position = position;
    }

    /// Completed by the thread of [LiveEventDispatcher], which must not be blocked: continue on another thread.
    public CompletableFuture<TurnAnalysis> result() {
        return result;
    }

    @Override
    public Learner learner() {
        return learner;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void markBehind() {
        // it is always ready
    }

    @Override
    public void deliver(List<LiveEvent> delivered, long upTo) {
        position = upTo;
        delivered.stream().filter(event -> turn.equals(event.turn())).forEach(events::add);
        TurnAnalysis.of(events).ifPresent(result::complete);
    }
}
