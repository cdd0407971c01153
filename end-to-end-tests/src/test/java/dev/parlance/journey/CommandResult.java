package dev.parlance.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The result of a command.
///
/// @param out its standard output
/// @param err its standard error
record CommandResult(int exitCode, String out, String err) {
    private static final int TIMEOUT_SECONDS = 300;

    /// @throws IllegalStateException if it does not come to an end
    static CommandResult run(List<String> words, String input) {
        try {
            Path in = Files.writeString(Files.createTempFile("command", ".in"), input, UTF_8);
            Path out = Files.createTempFile("command", ".out");
            Path err = Files.createTempFile("command", ".err");
            Process process = new ProcessBuilder(words)
                    .redirectInput(in.toFile())
                    .redirectOutput(Redirect.to(out.toFile()))
                    .redirectError(Redirect.to(err.toFile()))
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end: " + String.join(" ", words));
            }
            Files.delete(in);
            return new CommandResult(process.exitValue(), readAndDelete(out), readAndDelete(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String readAndDelete(Path file) throws IOException {
        String text = Files.readString(file, UTF_8);
        Files.delete(file);
        return text;
    }
}
