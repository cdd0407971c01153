package dev.parlance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.admin.AnalyzeText;
import dev.parlance.cli.admin.AnalyzedText;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "analyze",
        description = {
            "Shows what the analysis finds in a text, read from standard input: ./parlance analyze --language ja < text",
            "Nothing is kept of it."
        })
final class Analyze implements Callable<Integer> {
    /// 8,000 characters take four bytes each at most; what is longer is refused by the service all the same.
    private static final int MOST_BYTES = 64 << 10;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-l", "--language"},
            paramLabel = "TAG",
            description = "BCP 47, such as ja or en-GB (default: detected)")
    String language;

    @Option(names = "--json", description = "the service's answer, for programs")
    boolean json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    InputStream in = System.in;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        JsonNode answer = new AnalyzeText(ServiceOptions.target(Service.ANALYSIS, url)).analyze(language, text());
        terminal.print(json ? answer.toString() : new AnalyzedText(answer).render());
        return 0;
    }

    private String text() {
        try {
            byte[] read = in.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw Failure.usage("The text is longer than 8,000 characters: analyze it in parts.");
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString().stripTrailing();
        } catch (CharacterCodingException e) {
            throw Failure.usage("The text is not UTF-8: convert it first, for example with iconv -t UTF-8.");
        } catch (IOException e) {
            throw Failure.failed("Standard input could not be read (%s).".formatted(e.getMessage()));
        }
    }
}
