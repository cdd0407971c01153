package dev.parlance.cli;

import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.TerminalText;
import dev.parlance.platform.host.PlatformFailure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The entry point for the launcher script. A failure is reported as a sentence and an exit code.
public final class Main {
    private static final int PARSED_EXIT_CODE = 100;

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = commandLine();
        if (Boolean.getBoolean("parlance.only.parse")) {
            commandLine.setExecutionStrategy(Main::parseOnly);
        }
        System.exit(commandLine.execute(arguments));
    }

    /// With this property the command is only parsed: the launcher validates it before it builds the services.
    private static int parseOnly(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        return helped == null ? PARSED_EXIT_CODE : helped;
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new ParlanceCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::printUsageError)
                .setExecutionExceptionHandler(Main::failure);
        // The arguments of a benchmark or a fault are parsed by its own program.
        commandLine.getSubcommands().get("bench").setStopAtPositional(true);
        commandLine.getSubcommands().get("faults").setStopAtPositional(true);
        return commandLine;
    }

    private static int printUsageError(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(TerminalText.escape(e.getMessage().lines().findFirst().orElse("wrong usage")) + " (./"
                + command.getCommandSpec().qualifiedName() + " --help shows what it takes)");
        err.flush();
        return CommandFailure.USAGE;
    }

    private static int failure(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        return switch (e) {
            case CommandFailure failure -> printFailure(command, failure.getMessage(), failure.exitCode());
            case PlatformFailure failure -> printFailure(command, failure.getMessage(), CommandFailure.ENVIRONMENT);
            default -> throw e;
        };
    }

    private static int printFailure(CommandLine command, String sentence, int exitCode) {
        command.getErr().println(TerminalText.escape(sentence));
        command.getErr().flush();
        return exitCode;
    }
}
