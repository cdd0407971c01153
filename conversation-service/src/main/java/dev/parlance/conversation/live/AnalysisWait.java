package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Somebody who waits for what the analysis finds in one turn.
final class AnalysisWait implements Listener {
    private final Learner learner;
    private final UUID turn;
    private final CompletableFuture<TurnAnalysis> found = new CompletableFuture<>();
    private final List<LiveEvent> events = new ArrayList<>();
    private volatile long position;

    AnalysisWait(Learner learner, UUID turn, long position) {
        this.learner = learner;
        this.turn = turn;
        this.position = position;
    }

    /// Completed by the thread that reads, hence to be used by another one.
    CompletableFuture<TurnAnalysis> found() {
        return found;
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
    public boolean isFree() {
        return true;
    }

    @Override
    public void leftBehind() {
        // it is always free
    }

    @Override
    public void give(List<LiveEvent> told, long upTo) {
        position = upTo;
        told.stream().filter(event -> turn.equals(event.turn())).forEach(events::add);
        TurnAnalysis.of(events).ifPresent(found::complete);
    }
}
