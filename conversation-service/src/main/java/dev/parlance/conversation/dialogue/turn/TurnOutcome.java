package dev.parlance.conversation.dialogue.turn;

import dev.parlance.kit.problem.DomainProblem;

/// The result of sending a turn. Sending it again has no further effect.
public sealed interface TurnOutcome {
    record Recorded(Turn turn) implements TurnOutcome {}

    /// The turn had been recorded before, with the same body.
    record Known(Turn turn) implements TurnOutcome {}

    record Refused(DomainProblem problem) implements TurnOutcome {}
}
