package dev.parlance.cli.event;

import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.RunningInstallation.InfrastructureAccess;
import dev.parlance.cli.terminal.StopSignal;
import dev.parlance.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "tail",
        description = {"Shows events as they pass, one line each, until Ctrl-C; never what a learner said."})
public final class TailCommand implements Runnable {
    private static final List<String> TOPICS =
            List.of("conversation-events", "analysis-events", "daily-summaries", "module-usage");

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..*",
            description = "conversation-events, analysis-events, daily-summaries, module-usage, or any topic's "
                    + "full name (default: these four)")
    List<String> topics = List.of();

    @Option(names = "--from-beginning", description = "show first what is there already")
    boolean fromBeginning;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "the broker (default: that of the running installation, else PARLANCE_KAFKA, "
                    + "else localhost:9092)")
    String kafka;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec);
        String prefix =
                Optional.ofNullable(System.getenv("PARLANCE_TOPIC_PREFIX")).orElse("parlance.");
        List<String> watched = (topics.isEmpty() ? TOPICS : topics)
                .stream()
                        .map(topic -> TOPICS.contains(topic) ? prefix + topic : topic)
                        .toList();
        try (StopSignal _ = StopSignal.install()) {
            new TopicTail(broker(), watched).watch(fromBeginning, terminal::print);
        }
    }

    private String broker() {
        return kafka != null
                ? kafka
                : RunningInstallation.find(Home.current())
                        .flatMap(running -> Optional.ofNullable(running.endpoints()))
                        .map(InfrastructureAccess::kafka)
                        .or(() -> Optional.ofNullable(System.getenv("PARLANCE_KAFKA")))
                        .orElse("localhost:9092");
    }
}
