package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.conversation.dialogue.turn.NewTurn.SubmittedTurn;
import dev.parlance.kit.problem.DomainProblem;
import java.util.List;

/// The body of a batch, as it was read.
///
/// @param items in the order of the body
/// @param hash  of the body's canonical JSON; null if it was not wanted
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared here
record TurnBatch(List<Item> items, byte[] hash) {
    /// A turn, or why it is none.
    sealed interface Item {
        record Valid(SubmittedTurn turn) implements Item {}

        /// @param id as the client sent it; null if it is missing or no text
        record Invalid(String id, DomainProblem problem) implements Item {}
    }

    List<SubmittedTurn> validTurns() {
        return items.stream()
                .filter(Item.Valid.class::isInstance)
                .map(item -> ((Item.Valid) item).turn())
                .toList();
    }
}
