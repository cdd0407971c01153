package dev.parlance.cli.admin.quarantine;

import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "retry",
        description = {
            "Lets the service read records again as if they had just arrived, each in every service that has set it aside.",
            "The exit code is 1 if one of them still cannot be read."
        })
final class QuarantineRetryCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ServiceOptions services;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "as list shows them")
    List<String> ids = List.of();

    @Option(names = "--all", description = "every record that waits")
    boolean all;

    @Override
    public Integer call() throws InterruptedException {
        List<UUID> parsed = QuarantineCommand.ids(ids);
        if (all != parsed.isEmpty()) {
            throw CommandFailure.usage("retry takes the ids of records, or --all.");
        }
        Terminal terminal = Terminal.of(spec);
        QuarantineClient quarantines = new QuarantineClient(services.clients());
        int waiting = 0;
        List<QuarantineEntry> records = records(quarantines, parsed);
        for (QuarantineEntry record : records) {
            QuarantineEntry after = quarantines.retry(record);
            if (after.waits()) {
                waiting++;
                terminal.printStatus(
                        "%s still cannot be read by %s: %s".formatted(after.id(), after.service(), after.reason()));
            }
        }
        terminal.print("%d of %d records were read.".formatted(records.size() - waiting, records.size()));
        return waiting == 0 ? 0 : CommandFailure.FAILED;
    }

    /// Finds all entries before it retries the first.
    private List<QuarantineEntry> records(QuarantineClient quarantines, List<UUID> parsed) throws InterruptedException {
        if (all) {
            return quarantines.list("waiting", Integer.MAX_VALUE).records();
        }
        List<QuarantineEntry> records = new ArrayList<>();
        for (UUID id : parsed) {
            records.addAll(quarantines.find(id));
        }
        return records;
    }
}
