package dev.parlance.conversation.speech.synthesis;

import dev.parlance.kit.problem.QuotaExceeded;
import java.time.Duration;

/// The tenant's characters of this day are used up. Cached speech is still answered.
final class SpeechBudgetSpent extends QuotaExceeded {
    private static final long serialVersionUID = 1L;

    SpeechBudgetSpent(long limit, Duration retryAfter) {
        super(Kind.EXHAUSTED, "speech-budget-spent", "The characters of this day have been spoken", limit, retryAfter);
    }
}
