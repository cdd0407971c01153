package dev.parlance.conversation.speech.synthesis;

import dev.parlance.conversation.speech.engine.SpeechFormat;
import dev.parlance.kit.problem.DomainProblem;

/// The engine does not make this format, and ffmpeg is not installed.
final class SpeechFormatUnavailable extends DomainProblem {
    private static final long serialVersionUID = 1L;

    SpeechFormatUnavailable(SpeechFormat format) {
        super(
                Kind.UNPROCESSABLE,
                "speech-format-unavailable",
                "Nothing here makes speech in the format " + format.wireName(),
                "format",
                null);
    }
}
