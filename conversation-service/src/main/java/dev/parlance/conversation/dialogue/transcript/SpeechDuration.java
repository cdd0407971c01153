package dev.parlance.conversation.dialogue.transcript;

import dev.parlance.contract.id.TurnId;
import java.util.OptionalInt;

/// How long the learner spoke in a turn, as far as its audio tells. The area audio implements it.
public interface SpeechDuration {
    /// Milliseconds of the learner's latest audio, as it stands in the caller's transaction; empty if none is known.
    OptionalInt findMillis(String tenant, TurnId turn);
}
