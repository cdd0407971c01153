package dev.parlance.cli;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.LogFile;
import dev.parlance.cli.installation.StopSignal;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "logs", description = "Shows the end of a log.")
final class Logs implements Callable<Integer> {
    enum Source {
        CONVERSATION,
        ANALYSIS,
        SUMMARY,
        KAFKA,
        POSTGRES,
        S3,
        BUILD
    }

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "SERVICE",
            description = "conversation, analysis, summary, kafka, postgres, s3, or build for the last build")
    Source source;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "how many lines from the end (${DEFAULT-VALUE})")
    int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "stay, and show what is added, until Ctrl-C")
    boolean follow;

    @Override
    public Integer call() throws IOException {
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        String name = source.name().toLowerCase(Locale.ROOT);
        LogFile log = new LogFile(Home.found().log(name));
        if (!log.exists() && !follow) {
            throw Failure.failed("There is no log of %s yet: ./parlance up makes one.".formatted(name));
        }
        log.last(lines, terminal::print);
        if (follow) {
            try (StopSignal _ = StopSignal.awaited()) {
                log.follow(terminal::print);
            }
        }
        return 0;
    }
}
