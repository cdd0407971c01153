package dev.parlance.cli.chat;

import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
import dev.parlance.platform.client.SseClient;
import dev.parlance.platform.client.SseEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Sends typed lines as turns and shows their analysis as it arrives. Prompts on an interactive terminal; otherwise it
/// waits after the last line until every turn has its words and their highlights.
public final class ChatSession {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final Duration ANALYSIS_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(10);
    private static final String PROMPT = "> ";

    private final ChatClient client;
    private final Terminal terminal;
    private final LiveEventText text = new LiveEventText();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final Set<String> pendingIds = ConcurrentHashMap.newKeySet();

    /// A line, or the end of the input.
    private sealed interface Input {
        record TypedLine(String text) implements Input {}

        record EndOfInput() implements Input {}
    }

    public ChatSession(ChatClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /// Returns after the end of the input when everything has been shown; Ctrl-C interrupts it.
    public void run(BufferedReader input) throws InterruptedException {
        try (SseClient feed = new SseClient(client::liveStream, this::show, terminal::printStatus).start()) {
            var _ = feed.awaitOpen(OPEN_TIMEOUT); // otherwise the first events could be missed
            // In a thread of its own, because reading from a terminal cannot be interrupted.
            Thread.ofPlatform().name("typed").daemon().start(() -> read(input));
            prompt();
            while (true) {
                switch (inputs.poll(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    case Input.TypedLine(String line) -> submitTurn(line);
                    case Input.EndOfInput() -> {
                        awaitAnalyses(feed);
                        return;
                    }
                    case null -> feed.closeIfSilent();
                }
            }
        }
    }

    private void read(BufferedReader input) {
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                inputs.add(new Input.TypedLine(line));
            }
        } catch (IOException e) {
            // the input is closed
        }
        inputs.add(new Input.EndOfInput());
    }

    private void submitTurn(String line) throws InterruptedException {
        if (!line.isBlank()) {
            UUID turn = UUID.randomUUID();
            pendingIds.add(turn.toString()); // before its events can arrive
            try {
                client.putTurn(turn, line.strip());
            } catch (CommandFailure refused) {
                pendingIds.remove(turn.toString());
                terminal.printStatus(refused.getMessage());
            }
        }
        prompt();
    }

    private void awaitAnalyses(SseClient feed) throws InterruptedException {
        long deadline = System.nanoTime() + ANALYSIS_TIMEOUT.toNanos();
        while (!pendingIds.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_INTERVAL);
            feed.closeIfSilent();
        }
    }

    private void show(SseEvent event) {
        text.format(event, true).ifPresent(shown -> {
            if (terminal.interactive()) {
                terminal.redraw("");
            }
            terminal.print(shown.line());
            prompt();
            // Before the turn is settled, otherwise nothing would wait for them.
            pendingIds.addAll(shown.highlightIds());
            if (shown.settledId() != null) {
                pendingIds.remove(shown.settledId());
            }
        });
    }

    private void prompt() {
        if (terminal.interactive()) {
            terminal.redraw(PROMPT);
        }
    }
}
