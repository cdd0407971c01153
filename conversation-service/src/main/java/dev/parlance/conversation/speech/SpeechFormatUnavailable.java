package dev.parlance.conversation.speech;

import dev.parlance.conversation.synthesis.AudioFormat;
import dev.parlance.kit.problem.DomainProblem;

/// The engine of this installation does not make this format, and there is no converter.
final class SpeechFormatUnavailable extends DomainProblem {
    private static final long serialVersionUID = 1L;

    SpeechFormatUnavailable(AudioFormat format) {
        super(
                Kind.UNPROCESSABLE,
                "speech-format-unavailable",
                "Nothing here makes speech in the format " + format.wireName(),
                "format",
                null);
    }
}
