package dev.parlance.cli.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
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
public final class ImportCommand implements Callable<Integer> {
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
        Terminal terminal = Terminal.of(spec);
        ImportResult imported = new ImportTranscripts(
                        ServiceOptions.client(Service.CONVERSATION, url).url(), parallel, rate, terminal)
                .importAll(files);
        terminal.print(json ? JsonMapper.builder().build().writeValueAsString(imported) : imported.summary());
        return imported.isComplete() ? 0 : CommandFailure.FAILED;
    }

    private void check() {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw CommandFailure.usage("%s is not a file that can be read.".formatted(file));
            }
        }
        if (rate < 0 || parallel < 1) {
            throw CommandFailure.usage("--rate and --parallel take a number above 0.");
        }
    }
}
