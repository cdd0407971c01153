package dev.parlance.cli;

import dev.parlance.cli.chat.ChatClient;
import dev.parlance.cli.chat.ChatSession;
import dev.parlance.cli.http.PatientHttp;
import dev.parlance.cli.installation.Home;
import dev.parlance.cli.installation.RunningInstallation;
import dev.parlance.cli.installation.Service;
import dev.parlance.cli.installation.StopSignal;
import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
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
final class Chat implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

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
        if (url != null && !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw Failure.usage("--url takes an address such as http://localhost:8080.");
        }
        Terminal terminal =
                Terminal.of(spec.commandLine().getOut(), spec.commandLine().getErr());
        var client = new ChatClient(service(), http(PATIENCE, terminal));
        try (StopSignal _ = StopSignal.awaited()) {
            try {
                terminal.say("learner " + client.begin(learner, language));
                new ChatSession(client, terminal)
                        .talk(new BufferedReader(new InputStreamReader(System.in, Charset.forName(inputCharset()))));
            } catch (InterruptedException e) {
                // Ctrl-C: it ends like a conversation whose input has ended
            }
            end(client, terminal);
        }
    }

    private static void end(ChatClient client, Terminal terminal) {
        try {
            client.with(http(PATIENCE_AT_THE_END, terminal)).end();
            terminal.say("the conversation has ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PatientHttp http(Duration patience, Terminal terminal) {
        return new PatientHttp(patience, Thread::sleep, System::nanoTime, terminal::say);
    }

    private static String inputCharset() {
        return System.getProperty("stdin.encoding", "UTF-8");
    }

    private URI service() {
        return url != null
                ? url
                : URI.create(RunningInstallation.find(Home.found())
                        .map(running -> running.ports().url(Service.CONVERSATION))
                        .orElse("http://localhost:8080"));
    }
}
