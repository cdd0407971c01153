package dev.parlance.cli;

import dev.parlance.cli.demo.DemoConversations;
import dev.parlance.cli.demo.LearnerDays;
import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.Installation;
import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.installation.StopSignal;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import dev.parlance.cli.transcript.ImportTranscripts;
import dev.parlance.cli.transcript.Imported;
import dev.parlance.cli.transcript.NameBasedId;
import java.net.URI;
import java.time.Duration;
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
final class Demo implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

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
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        Home home = Home.found();
        try (StopSignal stop = StopSignal.awaited();
                Installation _ =
                        Installation.start(home, new Installation.Settings(ports.ports(), false, fresh), terminal)) {
            show(home, terminal);
            if (!exit) {
                terminal.print("Ctrl-C stops everything; the data stays in .parlance/.");
                stop.await();
            }
            terminal.say("stopping");
        }
        return 0;
    }

    private void show(Home home, Terminal terminal) throws InterruptedException {
        Ports at = ports.ports();
        terminal.say("importing a week of five learners");
        Imported imported = new ImportTranscripts(URI.create(at.url(Service.CONVERSATION)), 4, 0, terminal)
                .importAll(DemoConversations.unpack(home.state().resolve("run/demo")));
        terminal.say(imported.summary());
        if (!imported.isComplete()) {
            throw Failure.failed(
                    "The bundled conversations were not taken in whole: " + "./parlance logs conversation shows why.");
        }
        String table = new LearnerDays(at.url(Service.SUMMARY))
                .tableOnceComplete(DemoConversations.turnsByLearner(), PATIENCE);
        terminal.print("\n" + table + "\n");
        terminal.print(Addresses.of(home).text() + "\n");
        terminal.print(invitations(at) + "\n");
    }

    /// Lines to paste into another terminal.
    static String invitations(Ports at) {
        return """
                Go on in another terminal:
                  # Hana's newest words, in her own script
                  curl -s '%2$s/v1/learners/demo-hana/vocabulary?limit=5'
                  # moments of hers worth telling her parents about
                  curl -s '%2$s/v1/highlights?learnerId=demo-hana&type=emotional_moment'
                  # Oliver's week of Italian
                  curl -s '%3$s/v1/learners/demo-oliver/days?from=2026-11-09&to=2026-11-15'
                  # what a partner should know before Hana speaks again
                  curl -s '%1$s/v1/conversations/%4$s/context?turns=5'
                  # every event, from the first one on
                  ./parlance tail --from-beginning""".formatted(
                        at.url(Service.CONVERSATION),
                        at.url(Service.ANALYSIS),
                        at.url(Service.SUMMARY),
                        NameBasedId.ofConversation("demo-hana", "demo-hana-1"));
    }
}
