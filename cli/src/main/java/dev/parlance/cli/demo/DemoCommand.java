package dev.parlance.cli.demo;

import dev.parlance.cli.importing.ImportResult;
import dev.parlance.cli.importing.ImportTranscripts;
import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.InstallationAddresses;
import dev.parlance.cli.installation.PortOptions;
import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.installation.supervisor.Installation;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.StopSignal;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Starts everything, imports a week of invented conversations of five learners, and shows what became of them.",
            "Stays until Ctrl-C, which stops everything it started."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration TABLE_TIMEOUT = Duration.ofSeconds(180);

    @Spec
    CommandSpec spec;

    @Option(names = "--exit", description = "stop everything right after the table")
    boolean exit;

    @Option(names = "--fresh", description = "remove the data of earlier runs first")
    boolean fresh;

    @Mixin
    PortOptions ports;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        Home home = Home.current();
        try (StopSignal stop = StopSignal.install();
                Installation _ =
                        Installation.start(home, new Installation.Settings(ports.ports(), false, fresh), terminal)) {
            show(home, terminal);
            if (!exit) {
                terminal.print("Ctrl-C stops everything; the data stays in .parlance/.");
                stop.await();
            }
            terminal.printStatus("stopping");
        }
        return 0;
    }

    private void show(Home home, Terminal terminal) throws InterruptedException {
        Ports at = ports.ports();
        DemoWeek week = DemoWeek.endingAt(Instant.now());
        terminal.printStatus(
                "importing a week of five learners, from %s to %s".formatted(week.firstDate(), week.lastDate()));
        ImportResult imported = new ImportTranscripts(URI.create(at.url(Service.CONVERSATION)), 4, 0, terminal)
                .importAll(week.unpack(home.state().resolve("run/demo")));
        terminal.printStatus(imported.summary());
        if (!imported.isComplete()) {
            throw CommandFailure.failed(
                    "The bundled conversations were not taken in whole: " + "./parlance logs conversation shows why.");
        }
        String table = new LearnerDays(at.url(Service.SUMMARY))
                .awaitTable(week.turnsByLearner(), week.firstDate(), week.lastDate(), TABLE_TIMEOUT);
        terminal.print("\n" + table + "\n");
        terminal.print(InstallationAddresses.of(home).text() + "\n");
        terminal.print(nextSteps(at, week) + "\n");
    }

    /// Commands to try in another terminal.
    static String nextSteps(Ports at, DemoWeek week) {
        return """
                Go on in another terminal:
                  # Hana's newest words, in her own script
                  curl -s '%2$s/v1/learners/demo-hana/vocabulary?limit=5'
                  # moments of hers worth telling her parents about
                  curl -s '%2$s/v1/highlights?learnerId=demo-hana&type=emotional_moment'
                  # Oliver's week of Italian
                  curl -s '%3$s/v1/learners/demo-oliver/days?from=%5$s&to=%6$s'
                  # what a partner should know before Hana speaks again
                  curl -s '%1$s/v1/conversations/%4$s/context?turns=5'
                  # every event, from the first one on
                  ./parlance tail --from-beginning""".formatted(
                        at.url(Service.CONVERSATION),
                        at.url(Service.ANALYSIS),
                        at.url(Service.SUMMARY),
                        week.conversationId("demo-hana", DayOfWeek.MONDAY),
                        week.firstDate(),
                        week.lastDate());
    }
}
