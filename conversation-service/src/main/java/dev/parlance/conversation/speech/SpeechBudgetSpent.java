package dev.parlance.conversation.speech;

import dev.parlance.kit.problem.Exhausted;
import java.time.Duration;

/// The tenant has had all the new speech of this day. What has been made before can still be had.
final class SpeechBudgetSpent extends Exhausted {
    private static final long serialVersionUID = 1L;

    SpeechBudgetSpent(long limit, Duration retryAfter) {
        super(Kind.EXHAUSTED, "speech-budget-spent", "The characters of this day have been spoken", limit, retryAfter);
    }
}
