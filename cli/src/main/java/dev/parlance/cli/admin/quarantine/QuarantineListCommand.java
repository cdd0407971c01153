package dev.parlance.cli.admin.quarantine;

import dev.parlance.cli.admin.quarantine.QuarantineClient.Listing;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.terminal.CommandFailure;
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
final class QuarantineListCommand implements Callable<Integer> {
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
            throw CommandFailure.usage("--limit takes a number above 0.");
        }
        Terminal terminal = Terminal.of(spec);
        Listing listed = new QuarantineClient(services.clients())
                .list(status == Status.ALL ? null : status.name().toLowerCase(Locale.ROOT), limit);
        terminal.print(json ? QuarantineCommand.json(listed.records()) : text(listed));
        if (!listed.complete()) {
            terminal.printStatus("There are more: --limit N shows them.");
        }
        return 0;
    }

    private static String text(Listing listed) {
        if (listed.records().isEmpty()) {
            return "Nothing is in quarantine.";
        }
        Table table = new Table(
                "id", "service", "topic", "partition", "offset", "type", "reason", "attempts", "first seen", "status");
        for (QuarantineEntry record : listed.records()) {
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
