package dev.parlance.cli;

import dev.parlance.cli.terminal.Failure;
import dev.parlance.platform.PlatformFailure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Where the launcher script enters. Whatever goes wrong is told in a sentence, and in the exit code.
public final class Main {
    private static final int WOULD_RUN = 100;

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = commandLine();
        if (Boolean.getBoolean("parlance.only.parse")) {
            commandLine.setExecutionStrategy(Main::wouldRun);
        }
        System.exit(commandLine.execute(arguments));
    }

    /// The launcher asks first whether a command makes sense, and builds the services only then.
    private static int wouldRun(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        return helped == null ? WOULD_RUN : helped;
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Parlance())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::failure);
        // What follows the name of a benchmark or of a fault is its own business.
        commandLine.getSubcommands().get("bench").setStopAtPositional(true);
        commandLine.getSubcommands().get("faults").setStopAtPositional(true);
        return commandLine;
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage().lines().findFirst().orElse("wrong usage") + " (./"
                + command.getCommandSpec().qualifiedName() + " --help shows what it takes)");
        err.flush();
        return Failure.USAGE;
    }

    private static int failure(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        return switch (e) {
            case Failure failure -> told(command, failure.getMessage(), failure.exitCode());
            case PlatformFailure failure -> told(command, failure.getMessage(), Failure.ENVIRONMENT);
            default -> throw e;
        };
    }

    private static int told(CommandLine command, String sentence, int exitCode) {
        command.getErr().println(sentence);
        command.getErr().flush();
        return exitCode;
    }
}
