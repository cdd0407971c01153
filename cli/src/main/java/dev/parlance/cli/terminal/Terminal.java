package dev.parlance.cli.terminal;

import java.io.PrintWriter;

/// Where a command writes: results to `out`, everything about the way there to `err`. Only a terminal that somebody
/// watches gets lines that are drawn over.
public record Terminal(PrintWriter out, PrintWriter err, boolean watched) {

    public static Terminal of(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, Boolean.getBoolean("parlance.terminal"));
    }

    /// A result; visible at once, also through a pipe.
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /// Something on the way to the result.
    public void say(String line) {
        err.println(watched ? "\r\033[K" + line : line);
        err.flush();
    }

    /// Replaces the line that the cursor is in; to be called only when `watched`.
    public void redraw(String line) {
        err.print("\r\033[K" + line);
        err.flush();
    }
}
