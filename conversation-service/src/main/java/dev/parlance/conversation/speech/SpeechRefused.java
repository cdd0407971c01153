package dev.parlance.conversation.speech;

import dev.parlance.kit.problem.DomainProblem;

/// The engine will not say this, whenever it is asked.
final class SpeechRefused extends DomainProblem {
    private static final long serialVersionUID = 1L;

    SpeechRefused(String detail) {
        super(Kind.UNPROCESSABLE, "speech-refused", detail);
    }
}
