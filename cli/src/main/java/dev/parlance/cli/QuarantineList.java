package dev.parlance.cli;

import dev.parlance.cli.admin.Quarantined;
import dev.parlance.cli.admin.Quarantines;
import dev.parlance.cli.admin.Quarantines.Listed;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Table;
import dev.parlance.cli.terminal.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists the records that were set aside, newest first.")
final class QuarantineList implements Callable<Integer> {
    enum Status {
        WAITING,
        RETRIED,
        DISCARDED,
        ALL
    }

    @Spec
    CommandSpec spec;

    @Mixin
    ServiceOptions services;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = "waiting",
            description = "waiting, retried, discarded or all (${DEFAULT-VALUE})")
    Status status;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "200",
            description = "how many of each service at most (${DEFAULT-VALUE})")
    int limit;

    @Option(names = "--json", description = "for programs")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1) {
            throw Failure.usage("--limit takes a number above 0.");
        }
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        Listed listed = new Quarantines(services.targets())
                .list(status == Status.ALL ? null : status.name().toLowerCase(Locale.ROOT), limit);
        terminal.print(json ? Quarantine.json(listed.records()) : text(listed));
        if (!listed.complete()) {
            terminal.say("There are more: --limit N shows them.");
        }
        return 0;
    }

    private static String text(Listed listed) {
        if (listed.records().isEmpty()) {
            return "Nothing is in quarantine.";
        }
        Table table = new Table(
                "id", "service", "topic", "partition", "offset", "type", "reason", "attempts", "first seen", "status");
        for (Quarantined record : listed.records()) {
            table.row(
                    record.id(),
                    record.service(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.ceType() == null ? "" : record.ceType(),
                    record.reason(),
                    record.attempts(),
                    record.firstSeenAt(),
                    record.status());
        }
        return table.render().stripTrailing();
    }
}
