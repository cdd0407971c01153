package dev.parlance.conversation.speech.synthesis;

import dev.parlance.kit.problem.Overloaded;
import java.time.Duration;

/// Speech cannot be made now: the engine is unavailable or slow, or there is none. Clients show the text instead;
/// turns are not affected.
final class SpeechUnavailable extends Overloaded {
    private static final long serialVersionUID = 1L;

    SpeechUnavailable(String detail, Duration retryAfter) {
        super(Kind.OVERLOADED, "speech-unavailable", detail, retryAfter);
    }
}
