package dev.parlance.fault;

import dev.parlance.fault.run.FaultScenario;
import dev.parlance.fault.scenario.ScenarioCatalog;
import dev.parlance.platform.host.PlatformFailure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where `./parlance faults` enters.
@Command(
        name = "parlance faults",
        description = {
            "Does harm to a Parlance of its own, under load, and shows that nothing is lost and nothing doubled.",
            "./parlance faults list shows what there is; ./parlance faults T07 T09 and ./parlance faults all run it."
        },
        mixinStandardHelpOptions = true,
        subcommands = {ListCommand.class, ReportCommand.class, SoakCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything held",
            "1:something did not hold, or a fault did not bite",
            "2:wrong usage",
            "3:the machine is in the way: a part that does not start"
        })
public final class Main implements Callable<Integer> {
    @Parameters(paramLabel = "TEST", arity = "0..*", description = "all, or ids such as T07")
    List<String> ids = List.of();

    @Mixin
    RunOptions options;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "1",
            description = "runs each so often, with other seeds")
    int times;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::handleFailure)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        if (ids.isEmpty()) {
            CommandLine.usage(this, System.out);
            return 2;
        }
        List<FaultScenario> wanted = ids.stream()
                .flatMap(id ->
                        id.equalsIgnoreCase("all") ? ScenarioCatalog.all().stream() : ScenarioCatalog.find(id).stream())
                .toList();
        if (wanted.size() < ids.size()) {
            System.err.println("There is no such test: ./parlance faults list shows them.");
            return 2;
        }
        return options.run(wanted, times);
    }

    private static int handleFailure(Exception e, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (e instanceof PlatformFailure) {
            command.getErr().println(e.getMessage());
            return 3;
        }
        throw e;
    }
}
