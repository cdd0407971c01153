package dev.parlance.cli.terminal;

/// Something that a person has to know about and can act on: one sentence that names the way out, and the exit code.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The work was done in part or not at all.
    public static final int FAILED = 1;
    /// The command was called in a way that makes no sense.
    public static final int USAGE = 2;
    /// The machine is in the way: a port in use, a service that does not answer.
    public static final int ENVIRONMENT = 3;

    private final int exitCode;

    private Failure(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    public static Failure failed(String sentence) {
        return new Failure(FAILED, sentence);
    }

    public static Failure usage(String sentence) {
        return new Failure(USAGE, sentence);
    }

    public static Failure environment(String sentence) {
        return new Failure(ENVIRONMENT, sentence);
    }

    public int exitCode() {
        return exitCode;
    }
}
