package dev.parlance.cli.terminal;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/// The output of a command: results to `out`, progress and notices to `err`. Lines are redrawn only on an interactive
/// terminal. Whatever is printed is escaped, see [TerminalText].
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
    private static final String CLEAR_LINE = "\r\033[K";

    /// The output of a command; interactive if the launcher says so.
    public static Terminal of(CommandSpec command) {
        return new Terminal(
                command.commandLine().getOut(),
                command.commandLine().getErr(),
                Boolean.getBoolean("parlance.terminal"));
    }

    /// Prints a result and flushes, also into a pipe.
    public void print(String line) {
        out.println(TerminalText.escape(line));
        out.flush();
    }

    /// Prints progress or a notice.
    public void printStatus(String line) {
        err.println((interactive ? CLEAR_LINE : "") + TerminalText.escape(line));
        err.flush();
    }

    /// Replaces the current line; only on an interactive terminal.
    public void redraw(String line) {
        err.print(CLEAR_LINE + TerminalText.escape(line));
        err.flush();
    }
}
