package dev.parlance.cli.admin.levels;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Brings word lists from a CSV file in UTF-8 whose first line is language,lemma,level,scheme in any order;",
            "other columns are left alone. A list of the same language and scheme is replaced, so that a second import",
            "changes nothing. ./parlance reanalyze gives the levels to words of earlier turns."
        })
final class LevelsImportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "such as levels.csv")
    Path file;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "for this tenant alone (default: for all that have no list of that language)")
    String tenant;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        WordLists lists = new WordLists(ServiceOptions.client(Service.ANALYSIS, url));
        for (JsonNode list : lists.importCsv(file, tenant)) {
            terminal.print(String.format(
                    Locale.ROOT,
                    "%s of %s: %,d words.",
                    list.path("scheme").asText(),
                    list.path("language").asText(),
                    list.path("words").asInt()));
        }
        return 0;
    }
}
