package dev.parlance.cli;

import java.io.IOException;
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
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "what to measure, and its options")
    List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new ExternalProgram("benchmarks/target/benchmarks.jar", "The benchmarks are").run("-Xmx256m", arguments);
    }
}
