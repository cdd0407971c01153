package dev.parlance.benchmark;

import dev.parlance.benchmark.analysis.WordsBenchmark;
import dev.parlance.benchmark.footprint.FootprintBenchmark;
import dev.parlance.benchmark.footprint.SizesBenchmark;
import dev.parlance.benchmark.footprint.StartBenchmark;
import dev.parlance.benchmark.live.LiveBenchmark;
import dev.parlance.benchmark.media.AudioBenchmark;
import dev.parlance.benchmark.media.SpeechBenchmark;
import dev.parlance.benchmark.report.Failure;
import dev.parlance.benchmark.throughput.CatchUpBenchmark;
import dev.parlance.benchmark.throughput.EndToEndBenchmark;
import dev.parlance.benchmark.throughput.ImportBenchmark;
import dev.parlance.benchmark.throughput.IngestBenchmark;
import dev.parlance.benchmark.throughput.LatencyBenchmark;
import dev.parlance.benchmark.throughput.growth.GrowthBenchmark;
import dev.parlance.benchmark.throughput.peer.PeerBenchmark;
import dev.parlance.platform.client.ClientFailure;
import dev.parlance.platform.host.PlatformFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// Where `./parlance bench` enters. Figures go to the output, everything about the way there to the errors.
@Command(
        name = "parlance bench",
        description = "Measures Parlance on this machine, with real processes and PostgreSQL's fsync on.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IngestBenchmark.class,
            EndToEndBenchmark.class,
            CatchUpBenchmark.class,
            GrowthBenchmark.class,
            StartBenchmark.class,
            AllBenchmarks.class,
            SizesBenchmark.class,
            ImportBenchmark.class,
            LatencyBenchmark.class,
            LiveBenchmark.class,
            FootprintBenchmark.class,
            WordsBenchmark.class,
            PeerBenchmark.class,
            AudioBenchmark.class,
            SpeechBenchmark.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:something was lost, doubled or refused",
            "2:wrong usage",
            "3:the machine is in the way: a part that does not start"
        })
public final class Main implements Runnable {
    private static volatile boolean ending;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "shows this and ends")
    boolean help;

    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true, "ending"));
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::reportWrongUsage)
                .setExecutionExceptionHandler(Main::reportFailure);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int reportWrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println("%s (./%s --help shows what it takes)"
                        .formatted(
                                e.getMessage().lines().findFirst().orElse("wrong usage"),
                                command.getCommandSpec().qualifiedName()));
        return 2;
    }

    private static int reportFailure(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (ending) {
            return 1; // Ctrl-C has stopped what was measured, and whatever failed after that is no news
        }
        return switch (e) {
            case Failure failure -> printMessage(command, failure, failure.exitCode());
            case ClientFailure failure -> printMessage(command, failure, 1);
            case PlatformFailure failure -> printMessage(command, failure, 3);
            default -> throw e;
        };
    }

    private static int printMessage(CommandLine command, Exception e, int exitCode) {
        command.getErr().println(e.getMessage());
        return exitCode;
    }
}
