package dev.parlance.cli;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of this checkout with its own jar, run in this terminal. So the command line needs none of its
/// dependencies.
///
/// @param jar   relative to the checkout
/// @param title the start of the sentence that it is not built
record ExternalProgram(String jar, String title) {

    /// Runs it to its end. Ctrl-C stops it, too, and this command ends after it.
    ///
    /// @return its exit code
    int run(String heap, List<String> arguments) throws IOException, InterruptedException {
        Home home = Home.current();
        Path program = home.root().resolve(jar);
        if (!Files.exists(program)) {
            throw CommandFailure.environment(
                    title + " not built: call ./parlance down first, and without PARLANCE_BUILD=never.");
        }
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                heap,
                "--enable-native-access=ALL-UNNAMED",
                "-Dparlance.home=" + home.root(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                program.toString()));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "stop"));
        return process.waitFor();
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().join();
    }
}
