package dev.parlance.cli.chat;

import dev.parlance.cli.terminal.Failure;
import dev.parlance.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What is typed becomes turns, what is found in them is shown as it comes. On a terminal there is a prompt; otherwise
/// lines come in and go out, and after the last one it waits until every turn has its words and their highlights.
public final class ChatSession {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);
    private static final String PROMPT = "> ";

    private final ChatClient client;
    private final Terminal terminal;
    private final EventText text = new EventText();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();

    /// A line, or that there will be none.
    private sealed interface Input {
        record Line(String text) implements Input {}

        record End() implements Input {}
    }

    public ChatSession(ChatClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /// Returns when nothing more is typed and all has been shown; a Ctrl-C interrupts it.
    public void talk(BufferedReader input) throws InterruptedException {
        try (LiveFeed feed = new LiveFeed(client.live(), this::show, terminal::say).start()) {
            feed.awaitBegin(); // or the first words could come before anybody listens
            // A thread of its own: nothing interrupts somebody who reads from a terminal.
            Thread.ofPlatform().name("typed").daemon().start(() -> read(input));
            prompt();
            while (true) {
                switch (inputs.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    case Input.Line(String line) -> say(line);
                    case Input.End() -> {
                        awaitWords(feed);
                        return;
                    }
                    case null -> feed.look();
                }
            }
        }
    }

    private void read(BufferedReader input) {
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                inputs.add(new Input.Line(line));
            }
        } catch (IOException e) {
            // whoever typed is gone
        }
        inputs.add(new Input.End());
    }

    private void say(String line) throws InterruptedException {
        if (!line.isBlank()) {
            UUID turn = UUID.randomUUID();
            awaited.add(turn.toString()); // before its words can come
            try {
                client.say(turn, line.strip());
            } catch (Failure refused) {
                awaited.remove(turn.toString());
                terminal.say(refused.getMessage());
            }
        }
        prompt();
    }

    private void awaitWords(LiveFeed feed) throws InterruptedException {
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        while (!awaited.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK);
            feed.look();
        }
    }

    private void show(StreamedEvent event) {
        text.of(event, true).ifPresent(shown -> {
            if (terminal.watched()) {
                terminal.redraw("");
            }
            terminal.print(shown.line());
            prompt();
            awaited.addAll(shown.announced()); // before their words are settled, or nobody would wait for them
            if (shown.settled() != null) {
                awaited.remove(shown.settled());
            }
        });
    }

    private void prompt() {
        if (terminal.watched()) {
            terminal.redraw(PROMPT);
        }
    }
}
