package dev.parlance.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "faults",
        description = {
            "Does harm to an installation of its own, under load, and shows that nothing is lost and nothing doubled.",
            "./parlance faults list shows what it can do, ./parlance faults T07 does it, ./parlance faults all does all."
        })
final class FaultsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEST", arity = "0..*", description = "what to do, and its options")
    List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new ExternalProgram("fault-tests/target/faults.jar", "The fault tests are").run("-Xmx3g", arguments);
    }
}
