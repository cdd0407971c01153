package dev.parlance.benchmark.report;

/// A benchmark that found something missing or could not go on: one sentence for a person, and the exit code.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    /// What was measured is not as it must be.
    public static Failure failed(String sentence) {
        return new Failure(1, sentence);
    }

    /// The command was called in a way that makes no sense.
    public static Failure usage(String sentence) {
        return new Failure(2, sentence);
    }

    public int exitCode() {
        return exitCode;
    }
}
