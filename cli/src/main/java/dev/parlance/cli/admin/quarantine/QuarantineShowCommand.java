package dev.parlance.cli.admin.quarantine;

import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.terminal.Terminal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = {"Shows a record with its headers and its value, which may hold what a learner said."})
final class QuarantineShowCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ServiceOptions services;

    @Parameters(paramLabel = "ID", description = "as list shows it")
    String id;

    @Option(names = "--json", description = "for programs; the value in base64")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        UUID parsed = QuarantineCommand.ids(List.of(id)).getFirst();
        List<QuarantineEntry> found = new QuarantineClient(services.clients()).find(parsed);
        Terminal.of(spec)
                .print(
                        json
                                ? QuarantineCommand.json(found)
                                : found.stream()
                                        .map(record -> new QuarantineEntryText(record).text())
                                        .collect(Collectors.joining("\n\n")));
        return 0;
    }
}
