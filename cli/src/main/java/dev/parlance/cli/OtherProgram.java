package dev.parlance.cli;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of this checkout with its own jar, run in this terminal: what is started here every day carries nothing
/// that only it needs.
///
/// @param jar   relative to the checkout
/// @param title how a sentence about its absence begins
record OtherProgram(String jar, String title) {

    /// Runs it to its end; whoever ends this command ends it, too, and has the terminal back when all is stopped.
    ///
    /// @return its exit code
    int run(String heap, List<String> arguments) throws IOException, InterruptedException {
        Home home = Home.found();
        Path program = home.root().resolve(jar);
        if (!Files.exists(program)) {
            throw Failure.environment(
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
