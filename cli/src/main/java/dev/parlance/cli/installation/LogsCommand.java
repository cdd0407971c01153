package dev.parlance.cli.installation;

import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.StopSignal;
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
public final class LogsCommand implements Callable<Integer> {
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
        Terminal terminal = Terminal.of(spec);
        String name = source.name().toLowerCase(Locale.ROOT);
        LogFile log = new LogFile(Home.current().log(name));
        if (!log.exists() && !follow) {
            throw CommandFailure.failed("There is no log of %s yet: ./parlance up makes one.".formatted(name));
        }
        log.showLast(lines, terminal::print);
        if (follow) {
            try (StopSignal _ = StopSignal.install()) {
                log.follow(terminal::print);
            }
        }
        return 0;
    }
}
