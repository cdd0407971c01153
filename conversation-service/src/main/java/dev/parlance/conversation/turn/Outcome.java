package dev.parlance.conversation.turn;

import dev.parlance.kit.problem.DomainProblem;

/// What became of a turn that a client sent: it may send it again as often as it likes.
sealed interface Outcome {
    record Recorded(Turn turn) implements Outcome {}

    /// The client had sent exactly this before.
    record Known(Turn turn) implements Outcome {}

    record Refused(DomainProblem problem) implements Outcome {}
}
