package dev.parlance.conversation.turn;

import dev.parlance.conversation.live.AwaitAnalysis;
import dev.parlance.conversation.live.AwaitAnalysis.Place;
import dev.parlance.conversation.live.TurnAnalysis;
import dev.parlance.conversation.turn.Outcome.Known;
import dev.parlance.conversation.turn.Outcome.Recorded;
import dev.parlance.conversation.turn.Outcome.Refused;
import dev.parlance.conversation.turn.RecordTurn.Said;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Something was said by a client that would like to have what the analysis finds in it, too: the turn is recorded like
/// any other, and its answer held back for a while, without a thread or a connection.
@ApplicationScoped
class RecordAndWait {
    private final TurnWriters writers;
    private final AwaitAnalysis awaitAnalysis;

    RecordAndWait(TurnWriters writers, AwaitAnalysis awaitAnalysis) {
        this.writers = writers;
        this.awaitAnalysis = awaitAnalysis;
    }

    /// @param analysis what was found in time; null otherwise
    record Answered(Outcome outcome, TurnAnalysis analysis) {}

    /// The preference as far as it can be followed.
    Optional<PreferredWait> preferred(List<String> prefer) {
        return PreferredWait.of(prefer, awaitAnalysis.longest());
    }

    /// @param said one turn
    Uni<Answered> record(Said said, PreferredWait wait) {
        return awaitAnalysis
                .place(
                        said.tenant(),
                        said.conversation(),
                        said.turns().getFirst().id())
                .map(place -> record(said, wait, place))
                .orElseGet(() -> write(said).map(RecordAndWait::usual));
    }

    private Uni<Answered> record(Said said, PreferredWait wait, Place place) {
        return place.listen()
                .flatMap(listens -> write(said)
                        .flatMap(outcome -> listens
                                ? analysis(outcome, place, wait).map(found -> new Answered(outcome, found.orElse(null)))
                                : Uni.createFrom().item(usual(outcome))))
                .onTermination()
                .invoke(place::close);
    }

    private static Answered usual(Outcome outcome) {
        return new Answered(outcome, null);
    }

    private static Uni<Optional<TurnAnalysis>> analysis(Outcome outcome, Place place, PreferredWait wait) {
        return switch (outcome) {
            case Recorded _ -> place.found(wait.duration());
            case Known _ -> place.toldOrFound(wait.duration());
            case Refused _ -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Outcome> write(Said said) {
        return Uni.createFrom().completionStage(() -> writers.write(said)).map(List::getFirst);
    }
}
