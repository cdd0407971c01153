package dev.parlance.cli.admin.levels;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Table;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists the word lists that this installation has.")
final class LevelsListCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    @Option(names = "--json", description = "for programs")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        JsonNode lists = new WordLists(ServiceOptions.client(Service.ANALYSIS, url)).findAll();
        terminal.print(json ? lists.toString() : text(lists));
        return 0;
    }

    private static String text(JsonNode lists) {
        if (lists.isEmpty()) {
            return "There are no word lists: ./parlance levels import FILE brings some.";
        }
        Table table = new Table("tenant", "language", "scheme", "words", "imported");
        for (JsonNode list : lists) {
            table.row(
                    list.path("tenant").isTextual() ? list.path("tenant").asText() : "all others",
                    list.path("language").asText(),
                    list.path("scheme").asText(),
                    list.path("words").asInt(),
                    list.path("importedAt").asText());
        }
        return table.render().stripTrailing();
    }
}
