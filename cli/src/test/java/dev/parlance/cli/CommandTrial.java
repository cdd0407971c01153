package dev.parlance.cli;

import dev.parlance.cli.admin.LocalAdmin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import picocli.CommandLine;

/// A command is tried against the administration of a service of its own; what it says is kept.
final class CommandTrial implements AfterEachCallback {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final LocalAdmin service = service();

    /// @return the command's exit code
    int run(List<String> command, String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        Stream<String> address = Stream.of("--url", service.url().toString());
        return commandLine.execute(Stream.of(command.stream(), address, Stream.of(arguments))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        service.close();
    }

    private static LocalAdmin service() {
        try {
            return new LocalAdmin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
