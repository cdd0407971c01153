package dev.parlance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import dev.parlance.cli.transcript.ImportTranscripts;
import dev.parlance.cli.transcript.Imported;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Sends conversations from files of JSON Lines, one conversation a line, through the public API.",
            "It can be repeated: what is there already stays as it is. A line that cannot be read, or a turn that is refused, "
                    + "is reported while the rest goes on; the exit code is 1 then."
        })
final class Import implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files of JSON Lines")
    List<Path> files;

    @Option(names = "--rate", paramLabel = "N", description = "turns per second at most (default: as fast as it goes)")
    double rate;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "how many learners at once (${DEFAULT-VALUE})")
    int parallel;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "conversation-service's address (default: that of the running installation, "
                    + "else http://localhost:8080)")
    URI url;

    @Option(names = "--json", description = "print the outcome as JSON")
    boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        check();
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        Imported imported = new ImportTranscripts(service(), parallel, rate, terminal).importAll(files);
        terminal.print(json ? JsonMapper.builder().build().writeValueAsString(imported) : imported.summary());
        return imported.isComplete() ? 0 : Failure.FAILED;
    }

    private void check() {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw Failure.usage("%s is not a file that can be read.".formatted(file));
            }
        }
        if (rate < 0 || parallel < 1) {
            throw Failure.usage("--rate and --parallel take a number above 0.");
        }
        if (url != null && !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw Failure.usage("--url takes an address such as http://localhost:8080.");
        }
    }

    private URI service() {
        return url != null
                ? url
                : URI.create(RunningInstallation.find(Home.found())
                        .map(running -> running.ports().url(Service.CONVERSATION))
                        .orElse("http://localhost:8080"));
    }
}
