package dev.parlance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.admin.OrderedWork;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.installation.StopSignal;
import dev.parlance.cli.terminal.Table;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "reanalyze",
        description = {
            "Analyses turns again that an earlier version of the analysis has read, beside what happens now.",
            "Words, highlights and days follow. Ctrl-C ends the watching, not the work."
        })
final class Reanalyze implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Spec
    CommandSpec spec;

    @Option(names = "--learner", paramLabel = "ID", description = "the turns of this learner alone")
    String learner;

    @Option(names = "--from", paramLabel = "INSTANT", description = "turns said then or later")
    String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "turns said before then")
    String to;

    @Option(names = "--dry-run", description = "only look what would change")
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
                new OrderedWork(OrderedWork.Kind.REANALYSIS, ServiceOptions.target(Service.ANALYSIS, url), terminal);
        JsonNode ordered = work.order(order());
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
                long turns = work.outcome(ended);
                if (!json) {
                    terminal.print(report(ended, turns));
                }
            } catch (InterruptedException e) {
                terminal.say(work.wayBack(ordered));
            }
        }
        return 0;
    }

    private Map<String, Object> order() {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("learnerId", learner);
        order.put("from", from);
        order.put("to", to);
        order.values().removeIf(value -> value == null);
        if (dryRun) {
            order.put("dryRun", true);
        }
        return order;
    }

    private String report(JsonNode ended, long turns) {
        String sentence = String.format(
                Locale.ROOT,
                dryRun
                        ? "%s would be analysed again; %,d would say something else."
                        : "%s analysed again; %,d say something else now.",
                OrderedWork.turns(turns),
                ended.path("changed").asLong());
        JsonNode words = ended.path("words");
        if (words.isEmpty()) {
            return sentence;
        }
        Table table = new Table("word", "uses");
        words.properties().stream()
                .limit(SHOWN)
                .forEach(change -> table.row(change.getKey(), change.getValue().asInt()));
        return sentence + "\n\n" + table.render().stripTrailing();
    }
}
