package dev.parlance.cli.admin.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Table;
import dev.parlance.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "reanalyze",
        description = {
            "Analyses turns again that an earlier version of the analysis has read, beside what happens now.",
            "Words, highlights and days follow. Ctrl-C ends the watching, not the work."
        })
public final class ReanalyzeCommand implements Callable<Integer> {
    private static final int MAX_SHOWN_WORDS = 20;

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

    @Mixin
    JobOptions options;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        return new AdminJob(AdminJob.Kind.REANALYSIS, ServiceOptions.client(Service.ANALYSIS, options.url), terminal)
                .run(request(), options, this::report);
    }

    private Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("learnerId", learner);
        request.put("from", from);
        request.put("to", to);
        request.values().removeIf(Objects::isNull);
        if (dryRun) {
            request.put("dryRun", true);
        }
        return request;
    }

    private String report(JsonNode ended, long turns) {
        String sentence = String.format(
                Locale.ROOT,
                dryRun
                        ? "%s would be analysed again; %,d would say something else."
                        : "%s analysed again; %,d say something else now.",
                AdminJob.formatTurns(turns),
                ended.path("changed").asLong());
        JsonNode words = ended.path("words");
        if (words.isEmpty()) {
            return sentence;
        }
        Table table = new Table("word", "uses");
        words.properties().stream()
                .limit(MAX_SHOWN_WORDS)
                .forEach(change -> table.row(change.getKey(), change.getValue().asInt()));
        return sentence + "\n\n" + table.render().stripTrailing();
    }
}
