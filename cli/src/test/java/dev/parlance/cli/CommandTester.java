package dev.parlance.cli;

import dev.parlance.cli.http.FakeService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import picocli.CommandLine;

/// Runs commands against a fake service and captures their output.
public final class CommandTester implements AfterEachCallback {
    public final StringWriter out = new StringWriter();
    public final StringWriter err = new StringWriter();
    public final FakeService service = service();

    /// @return the command's exit code
    public int run(List<String> command, String... arguments) {
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

    private static FakeService service() {
        try {
            return new FakeService();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
