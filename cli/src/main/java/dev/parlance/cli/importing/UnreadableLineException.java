package dev.parlance.cli.importing;

/// A line that is not a conversation. The message gives the reason without the learner's text.
final class UnreadableLineException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableLineException(String reason) {
        super(reason);
    }
}
