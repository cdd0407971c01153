package dev.parlance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.admin.OrderedWork;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.installation.StopSignal;
import dev.parlance.cli.terminal.Table;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sweep",
        description = {
            "Removes sound that was kept for long enough and uploads that nobody has told of, and finds what has lost"
                    + " its other half: objects without a row, rows without an object.",
            "The service does the same by itself every few hours. Ctrl-C ends the watching, not the work."
        })
final class AudioSweep implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--dry-run", description = "only look what would be removed")
    boolean dryRun;

    @Option(names = "--no-wait", description = "do not wait for the end")
    boolean noWait;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    @Option(names = "--json", description = "print the outcome as JSON")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        OrderedWork work =
                new OrderedWork(OrderedWork.Kind.SWEEP, ServiceOptions.target(Service.CONVERSATION, url), terminal);
        JsonNode ordered = work.order(dryRun ? Map.of("dryRun", true) : Map.of());
        if (noWait) {
            terminal.print(json ? ordered.toString() : work.wayBack(ordered));
            return 0;
        }
        try (StopSignal _ = StopSignal.awaited()) {
            try {
                JsonNode ended = work.followed(ordered);
                if (json) {
                    terminal.print(ended.toString());
                }
                long lookedAt = work.outcome(ended);
                if (!json) {
                    terminal.print(report(ended, lookedAt));
                }
            } catch (InterruptedException e) {
                terminal.say(work.wayBack(ordered));
            }
        }
        return 0;
    }

    private String report(JsonNode ended, long lookedAt) {
        Table table = new Table(dryRun ? "would be removed" : "removed", "number");
        table.row("uploads that nobody has told of", number(ended, "abandoned"));
        table.row("sound kept for long enough", number(ended, "expired"));
        table.row("objects without a row", number(ended, "orphanObjects"));
        table.row("rows without an object", number(ended, "missingObjects"));
        return String.format(
                Locale.ROOT,
                "%s looked at; %,d bytes %s.%n%n%s",
                OrderedWork.counted("row or object", lookedAt).replace("row or objects", "rows and objects"),
                ended.path("bytes").asLong(),
                dryRun ? "would be freed" : "freed",
                table.render().stripTrailing());
    }

    private static String number(JsonNode ended, String field) {
        return String.format(Locale.ROOT, "%,d", ended.path(field).asLong());
    }
}
