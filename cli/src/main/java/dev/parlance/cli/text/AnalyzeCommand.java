package dev.parlance.cli.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.CommandFailure;
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
public final class AnalyzeCommand implements Callable<Integer> {
    /// 8,000 characters of at most four bytes; the service refuses longer texts.
    private static final int MAX_TEXT_BYTES = 64 << 10;

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
        Terminal terminal = Terminal.of(spec);
        JsonNode response = new AnalyzeText(ServiceOptions.client(Service.ANALYSIS, url)).analyze(language, text());
        terminal.print(json ? response.toString() : new TextAnalysisReport(response).render());
        return 0;
    }

    private String text() {
        try {
            byte[] read = in.readNBytes(MAX_TEXT_BYTES + 1);
            if (read.length > MAX_TEXT_BYTES) {
                throw CommandFailure.usage("The text is longer than 8,000 characters: analyze it in parts.");
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString().stripTrailing();
        } catch (CharacterCodingException e) {
            throw CommandFailure.usage("The text is not UTF-8: convert it first, for example with iconv -t UTF-8.");
        } catch (IOException e) {
            throw CommandFailure.failed("Standard input could not be read (%s).".formatted(e.getMessage()));
        }
    }
}
