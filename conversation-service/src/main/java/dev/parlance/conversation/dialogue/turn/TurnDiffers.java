package dev.parlance.conversation.dialogue.turn;

import dev.parlance.kit.problem.DomainProblem;

/// A turn with this id was recorded with another body or in another conversation.
public final class TurnDiffers extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public TurnDiffers(String id) {
        super(
                Kind.CONFLICT,
                "turn-differs",
                "Turn %s was recorded with another body or in another conversation".formatted(id));
    }
}
