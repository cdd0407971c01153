package dev.parlance.conversation.speech;

import dev.parlance.kit.problem.Overloaded;
import java.time.Duration;

/// Nobody speaks just now: the engine is away or slow, or there is none. A client shows the text instead; turns are
/// none of its business.
final class SpeechUnavailable extends Overloaded {
    private static final long serialVersionUID = 1L;

    SpeechUnavailable(String detail, Duration retryAfter) {
        super(Kind.OVERLOADED, "speech-unavailable", detail, retryAfter);
    }
}
