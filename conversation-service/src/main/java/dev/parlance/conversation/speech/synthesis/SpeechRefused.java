package dev.parlance.conversation.speech.synthesis;

import dev.parlance.kit.problem.DomainProblem;

/// The engine refuses this text; another attempt would be refused too.
final class SpeechRefused extends DomainProblem {
    private static final long serialVersionUID = 1L;

    SpeechRefused(String detail) {
        super(Kind.UNPROCESSABLE, "speech-refused", detail);
    }
}
