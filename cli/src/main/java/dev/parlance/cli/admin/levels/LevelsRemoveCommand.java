package dev.parlance.cli.admin.levels;

import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Terminal;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "remove", description = "Takes a word list away.")
final class LevelsRemoveCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LANGUAGE", description = "such as ja")
    String language;

    @Parameters(index = "1", paramLabel = "SCHEME", description = "such as JLPT")
    String scheme;

    @Option(names = "--tenant", paramLabel = "NAME", description = "the list of this tenant alone")
    String tenant;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    @Override
    public Integer call() throws InterruptedException {
        new WordLists(ServiceOptions.client(Service.ANALYSIS, url)).remove(language, scheme, tenant);
        Terminal.of(spec).print("%s of %s is gone.".formatted(scheme, language));
        return 0;
    }
}
