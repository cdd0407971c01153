package dev.parlance.cli.transcript;

/// A line that is no conversation; the message says why, without a word of what the learner said.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }
}
