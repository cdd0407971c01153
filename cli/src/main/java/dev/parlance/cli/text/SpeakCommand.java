package dev.parlance.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.Terminal;
import dev.parlance.cli.text.SpeakText.SpeechOptions;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "speak",
        description = {
            "Has a text spoken and writes the sound to standard output: ./parlance speak --language ja おはよう > ohayou.wav",
            "It is made once and kept: a second time it costs nothing."
        })
public final class SpeakCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "TEXT", description = "up to 4,000 characters")
    String text;

    @Option(
            names = {"-l", "--language"},
            paramLabel = "TAG",
            required = true,
            description = "BCP 47, such as ja or en-GB")
    String language;

    @Option(names = "--voice", paramLabel = "NAME", description = "of the engine (default: its usual one)")
    String voice;

    @Option(names = "--speed", paramLabel = "N", description = "0.25 to 4 (default: 1)")
    BigDecimal speed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "mp3, wav, ogg or flac (default: what the engine makes)")
    String format;

    @Option(names = "--json", description = "the service's answer, for programs; no sound")
    boolean json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service's address (default: that of the running installation, else the usual port)")
    URI url;

    OutputStream audio = System.out;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        var speech = new SpeakText(ServiceOptions.client(Service.CONVERSATION, url));
        JsonNode response = speech.speak(text, new SpeechOptions(language, voice, speed, format));
        if (json) {
            terminal.print(response.toString());
        } else {
            speech.writeAudio(response, audio);
            terminal.printStatus("%s, %,d bytes%s"
                    .formatted(
                            response.path("contentType").asText(),
                            response.path("sizeBytes").asLong(),
                            response.path("cached").asBoolean() ? ", kept from before" : ""));
        }
        return 0;
    }
}
