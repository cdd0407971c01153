package dev.parlance.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.http.RetryingHttpClient;
import dev.parlance.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatSessionTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeLiveService service;

    @BeforeEach
    void start() throws IOException {
        service = new FakeLiveService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eachLineIsATurnAndTheLastAnalysisIsAwaitedAcrossReconnections() throws InterruptedException {
        ChatClient client = client();
        client.begin(null, "ja");
        new ChatSession(client, terminal()).run(new BufferedReader(new StringReader("りんご\n\nみかん\nばなな\n")));
        client.end();

        assertThat(service.turnTexts).containsExactly("りんご", "みかん", "ばなな");
        assertThat(out.toString().lines())
                .containsExactly(
                        "[1] +りんご",
                        "[1] * new_word: first use of りんご",
                        "[2] +みかん",
                        "[2] * new_word: first use of みかん",
                        "[3] +ばなな",
                        "[3] * new_word: first use of ばなな");
        assertThat(service.lastEventIds).contains("1", "5");
        assertThat(service.ended).isTrue();
    }

    private ChatClient client() {
        return new ChatClient(
                service.url(), new RetryingHttpClient(Duration.ofMinutes(1), Thread::sleep, System::nanoTime, _ -> {}));
    }

    private Terminal terminal() {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), false);
    }
}
