package dev.parlance.cli.admin.quarantine;

import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "discard",
        description = {
            "Discards records, each in every service that has set it aside: what they say will never have an effect.",
            "They are kept for the record, and retry brings them back."
        })
final class QuarantineDiscardCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ServiceOptions services;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "as list shows them")
    List<String> ids;

    @Option(names = "--yes", description = "do not ask")
    boolean yes;

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<UUID> parsed = QuarantineCommand.ids(ids);
        Terminal terminal = Terminal.of(spec);
        if (!yes && !terminal.interactive()) {
            throw CommandFailure.usage("discard asks at a terminal; elsewhere it takes --yes.");
        }
        QuarantineClient quarantines = new QuarantineClient(services.clients());
        List<QuarantineEntry> records = new ArrayList<>();
        for (UUID id : parsed) {
            records.addAll(quarantines.find(id));
        }
        if (!yes && !confirm(terminal, records, System.in)) {
            terminal.print("Nothing was discarded.");
            return CommandFailure.FAILED;
        }
        for (QuarantineEntry record : records) {
            quarantines.discard(record);
        }
        terminal.print("%d records were discarded.".formatted(records.size()));
        return 0;
    }

    static boolean confirm(Terminal terminal, List<QuarantineEntry> records, InputStream in) throws IOException {
        records.forEach(record ->
                terminal.printStatus("%s of %s: %s".formatted(record.id(), record.service(), record.reason())));
        terminal.printStatus("Discard %s? [y/N]".formatted(records.size() == 1 ? "it" : "these " + records.size()));
        StringBuilder answer = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            answer.append((char) next);
        }
        return List.of("y", "yes").contains(answer.toString().strip().toLowerCase(Locale.ROOT));
    }
}
