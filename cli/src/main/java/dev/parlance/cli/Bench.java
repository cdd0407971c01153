package dev.parlance.cli;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = {
            "Measures Parlance on this machine, each time on an installation of its own, and prints tables for a document.",
            "./parlance bench alone shows what can be measured; ./parlance bench COMMAND --help shows how."
        })
final class Bench implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "what to measure, and its options")
    List<String> arguments = List.of();

    /// A program of its own does it: what is started here every day carries nothing that only benchmarks need.
    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.found();
        Path jar = home.root().resolve("benchmarks/target/benchmarks.jar");
        if (!Files.exists(jar)) {
            throw Failure.environment(
                    "The benchmarks are not built: call ./parlance down first, and without PARLANCE_BUILD=never.");
        }
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dparlance.home=" + home.root(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                jar.toString()));
        words.addAll(arguments);
        Process benchmark = new ProcessBuilder(words).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(benchmark), "stop"));
        return benchmark.waitFor();
    }

    /// Whoever ends this command ends the benchmark, too, and has the terminal back when everything is stopped.
    private static void end(Process benchmark) {
        benchmark.destroy();
        benchmark.onExit().join();
    }
}
