package dev.parlance.cli.admin.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Table;
import dev.parlance.cli.terminal.Terminal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sweep",
        description = {
            "Removes sound that was kept for long enough and uploads that nobody has told of, and finds what has lost"
                    + " its other half: objects without a row, rows without an object.",
            "The service does the same by itself every few hours. It refuses where the bucket is not its own or where"
                    + " too much would go, and says what to do. Ctrl-C ends the watching, not the work."
        })
final class AudioSweepCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--dry-run", description = "only look what would be removed")
    boolean dryRun;

    @Option(
            names = "--force",
            description = "also remove more than 5 %% of what there is, and more than 100; look with --dry-run first")
    boolean force;

    @Mixin
    JobOptions options;

    @Override
    public Integer call() throws InterruptedException {
        if (dryRun && force) {
            throw CommandFailure.usage("--dry-run removes nothing: call it without --force.");
        }
        Terminal terminal = Terminal.of(spec);
        return new AdminJob(AdminJob.Kind.SWEEP, ServiceOptions.client(Service.CONVERSATION, options.url), terminal)
                .run(request(), options, this::report);
    }

    private Map<String, Boolean> request() {
        if (dryRun) {
            return Map.of("dryRun", true);
        }
        return force ? Map.of("force", true) : Map.of();
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
                AdminJob.formatCount("row or object", lookedAt).replace("row or objects", "rows and objects"),
                ended.path("bytes").asLong(),
                dryRun ? "would be freed" : "freed",
                table.render().stripTrailing());
    }

    private static String number(JsonNode ended, String field) {
        return String.format(Locale.ROOT, "%,d", ended.path(field).asLong());
    }
}
