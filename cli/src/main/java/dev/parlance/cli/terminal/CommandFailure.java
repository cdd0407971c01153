package dev.parlance.cli.terminal;

/// A failure that a person can act on: one sentence that names the remedy, and the exit code.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The command did its work in part or not at all.
    public static final int FAILED = 1;
    /// The flags or arguments are invalid.
    public static final int USAGE = 2;
    /// The environment prevents the command: a port in use, a service that does not answer.
    public static final int ENVIRONMENT = 3;

    private final int exitCode;

    private CommandFailure(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    public static CommandFailure failed(String sentence) {
        return new CommandFailure(FAILED, sentence);
    }

    public static CommandFailure usage(String sentence) {
        return new CommandFailure(USAGE, sentence);
    }

    public static CommandFailure environment(String sentence) {
        return new CommandFailure(ENVIRONMENT, sentence);
    }

    public int exitCode() {
        return exitCode;
    }
}
