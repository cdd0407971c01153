package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.conversation.dialogue.analysis.AwaitAnalysis;
import dev.parlance.conversation.dialogue.analysis.AwaitAnalysis.WaitSlot;
import dev.parlance.conversation.dialogue.analysis.TurnAnalysis;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Known;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Recorded;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Records a turn of a client that prefers to wait for its analysis. The turn is recorded like any other; the response
/// is delayed without holding a thread or a database connection.
@ApplicationScoped
class RecordAndAwaitAnalysis {
    private final TurnWriters writers;
    private final AwaitAnalysis awaitAnalysis;

    RecordAndAwaitAnalysis(TurnWriters writers, AwaitAnalysis awaitAnalysis) {
        this.writers = writers;
        this.awaitAnalysis = awaitAnalysis;
    }

    /// @param analysis null if it did not come in time
    record AwaitedOutcome(TurnOutcome outcome, TurnAnalysis analysis) {}

    /// The preferred wait, no longer than the service allows; empty without one.
    Optional<PreferredWait> parsePreference(List<String> prefer) {
        return PreferredWait.of(prefer, awaitAnalysis.maxWait());
    }

    /// @param submission with exactly one turn
    Uni<AwaitedOutcome> record(TurnSubmission submission, PreferredWait wait) {
        return awaitAnalysis
                .acquireSlot(
                        submission.tenant(),
                        submission.conversation(),
                        submission.turns().getFirst().id())
                .map(slot -> record(submission, wait, slot))
                .orElseGet(() -> write(submission).map(RecordAndAwaitAnalysis::withoutAnalysis));
    }

    private Uni<AwaitedOutcome> record(TurnSubmission submission, PreferredWait wait, WaitSlot slot) {
        return slot.subscribe(wait.duration())
                .flatMap(isSubscribed -> write(submission)
                        .flatMap(outcome -> isSubscribed
                                ? awaitAnalysisOf(outcome, slot, wait)
                                        .map(analysis -> new AwaitedOutcome(outcome, analysis.orElse(null)))
                                : Uni.createFrom().item(withoutAnalysis(outcome))))
                .onTermination()
                .invoke(slot::close);
    }

    private static AwaitedOutcome withoutAnalysis(TurnOutcome outcome) {
        return new AwaitedOutcome(outcome, null);
    }

    private static Uni<Optional<TurnAnalysis>> awaitAnalysisOf(TurnOutcome outcome, WaitSlot slot, PreferredWait wait) {
        return switch (outcome) {
            case Recorded _ -> slot.awaitNew(wait.duration());
            case Known _ -> slot.findOrAwait(wait.duration());
            case Refused _ -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<TurnOutcome> write(TurnSubmission submission) {
        return Uni.createFrom().completionStage(() -> writers.write(submission)).map(List::getFirst);
    }
}
