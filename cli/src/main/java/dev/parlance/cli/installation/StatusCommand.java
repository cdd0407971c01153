package dev.parlance.cli.installation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Table;
import dev.parlance.cli.terminal.Terminal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = {
            "Shows what runs, where it answers, and the keys of the local object store.",
            "The exit code is 0 if everything is ready and 1 if not."
        })
public final class StatusCommand implements Callable<Integer> {
    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    @Spec
    CommandSpec spec;

    @Option(names = "--json", description = "for programs")
    boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Terminal terminal = Terminal.of(spec);
        InstallationStatus status = InstallationStatus.of(Home.current(), new HealthProbe());
        terminal.print(json ? JSON.writeValueAsString(status) : text(status));
        if (!json) {
            backlogLines(status).forEach(terminal::print);
        }
        return status.ready() ? 0 : CommandFailure.FAILED;
    }

    private static List<String> backlogLines(InstallationStatus status) {
        Set<String> services = Arrays.stream(Service.values()).map(Service::id).collect(Collectors.toSet());
        var waiting = new ServiceBacklog();
        return status.parts().stream()
                .filter(part -> services.contains(part.name()))
                .flatMap(part ->
                        waiting
                                .summary(part.url())
                                .map(line -> "Waiting in %s: %s".formatted(part.name(), line))
                                .stream())
                .toList();
    }

    static String text(InstallationStatus status) {
        if (!status.up()) {
            return "Parlance is not up: ./parlance up starts it.";
        }
        Table table = new Table("part", "health", "address", "pid", "log");
        status.parts()
                .forEach(part -> table.row(
                        part.name(), part.health(), part.url(), part.pid() == null ? "" : part.pid(), part.log()));
        StringBuilder text = new StringBuilder(table.render());
        text.append("Up since %s as process %d, version %s; data in %s%n"
                .formatted(status.startedAt(), status.pid(), status.version(), status.data()));
        if (status.s3() != null) {
            text.append("S3 access key %s, secret key %s%n"
                    .formatted(status.s3().accessKey(), status.s3().secretKey()));
        }
        return text.toString().stripTrailing();
    }
}
