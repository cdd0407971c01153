package dev.parlance.cli.chat;

import dev.parlance.cli.http.RetryingHttpClient;
import dev.parlance.cli.http.ServiceOptions;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.terminal.StopSignal;
import dev.parlance.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "chat",
        description = {
            "Records what you type as turns of a conversation, and shows the words and highlights that are found in it as"
                    + " they come.",
            "A + stands before words that the learner had never used. Ctrl-C, or the end of the input, ends the"
                    + " conversation."
        })
public final class ChatCommand implements Runnable {
    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration END_RETRY_TIMEOUT = Duration.ofSeconds(5);

    @Spec
    CommandSpec spec;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "what you speak, for example ja; without it words have no dictionary forms and no levels")
    String language;

    @Option(names = "--learner", paramLabel = "ID", description = "who you are (default: a guest)")
    String learner;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "conversation-service's address (default: that of the running installation, "
                    + "else http://localhost:8080)")
    URI url;

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec);
        var client =
                new ChatClient(ServiceOptions.client(Service.CONVERSATION, url).url(), http(RETRY_TIMEOUT, terminal));
        try (StopSignal _ = StopSignal.install()) {
            try {
                terminal.printStatus("learner " + client.begin(learner, language));
                new ChatSession(client, terminal)
                        .run(new BufferedReader(new InputStreamReader(System.in, Charset.forName(inputCharset()))));
            } catch (InterruptedException e) {
                // Ctrl-C ends the conversation as the end of the input does
            }
            end(client, terminal);
        }
    }

    private static void end(ChatClient client, Terminal terminal) {
        try {
            client.withHttp(http(END_RETRY_TIMEOUT, terminal)).end();
            terminal.printStatus("the conversation has ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RetryingHttpClient http(Duration patience, Terminal terminal) {
        return new RetryingHttpClient(patience, Thread::sleep, System::nanoTime, terminal::printStatus);
    }

    private static String inputCharset() {
        return System.getProperty("stdin.encoding", "UTF-8");
    }
}
