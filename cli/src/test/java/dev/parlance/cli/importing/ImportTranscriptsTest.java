package dev.parlance.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.cli.terminal.CommandFailure;
import dev.parlance.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTranscriptsTest {
    @TempDir
    Path directory;

    private final StringWriter errors = new StringWriter();
    private final List<Duration> sleeps = Collections.synchronizedList(new ArrayList<>());
    private FakeConversationService service;

    @BeforeEach
    void start() throws IOException {
        service = new FakeConversationService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void allTurnsOfAFileArriveAndEachConversationEndsAtItsLastTurn() throws Exception {
        Path file = file(conversation("a", "hana", 3), conversation("b", "hana", 2), conversation("c", "marco", 1));

        ImportResult imported = importAll(file);

        assertThat(imported.turnsNew()).isEqualTo(6);
        assertThat(imported.conversationsNew()).isEqualTo(3);
        assertThat(imported.isComplete()).isTrue();
        assertThat(service.turns).hasSize(6);
        assertThat(service.ends)
                .containsEntry(NameBasedId.ofConversation("hana", "a").toString(), "2026-11-02T09:00:02Z");
    }

    @Test
    void aSecondImportChangesNothing() throws Exception {
        Path file = file(conversation("a", "hana", 3), conversation("b", "marco", 2));
        importAll(file);

        ImportResult again = importAll(file);

        assertThat(again.turnsNew()).isZero();
        assertThat(again.turnsKnown()).isEqualTo(5);
        assertThat(again.conversationsKnown()).isEqualTo(2);
        assertThat(again.isComplete()).isTrue();
        assertThat(service.turns).hasSize(5);
    }

    @Test
    void errorsAreReportedWithTheirLinesAndTheOtherLinesAreImported() throws Exception {
        importAll(file(conversation("known", "hana", 1)));
        Path file = file(
                conversation("a", "hana", 3).replace("said 1", "refuse me"),
                "{\"id\": \"b\", \"turns\": [",
                conversation("known", "hana", 1).replace("\"en\"", "\"it\""),
                conversation("c", "marco", 2));

        ImportResult imported = importAll(file);

        assertThat(imported.turnsNew()).isEqualTo(4);
        assertThat(imported.turnsRefused()).isEqualTo(2);
        assertThat(imported.badLines())
                .extracting(ImportError::text)
                .containsExactly(
                        "line 1, turn 2: The text is not to our liking",
                        "line 2: is not valid JSON, at column 23",
                        "line 3: Conversation %s is another".formatted(NameBasedId.ofConversation("hana", "known")));
        assertThat(errors.toString()).contains("line 2: is not valid JSON");
    }

    @Test
    void aTemporarilyOverloadedServiceLosesNoTurn() throws Exception {
        service.failuresLeft.set(5);

        ImportResult imported = importAll(file(conversation("a", "hana", 3)));

        assertThat(imported.turnsNew()).isEqualTo(3);
        assertThat(sleeps).contains(Duration.ofSeconds(1)); // as Retry-After asked for
        assertThat(errors.toString()).contains("waiting for " + service.url() + " (status 503)");
    }

    @Test
    void aServiceThatDoesNotAnswerEndsTheImportWithARemedy() throws Exception {
        URI nobody = service.url();
        service.close();

        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> new ImportTranscripts(nobody, 2, 0, terminal(), Duration.ZERO, sleeps::add)
                        .importAll(List.of(file(conversation("a", "hana", 3)))))
                .withMessageContaining("./parlance status")
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(CommandFailure.ENVIRONMENT));
    }

    @Test
    void aLongConversationIsSentInBatchesOfAHundredTurns() throws Exception {
        importAll(file(conversation("a", "hana", 230)));

        assertThat(service.batches).containsExactly(100, 100, 30);
    }

    @Test
    void withARateTurnsAreSentOneByOneAndApart() throws Exception {
        double slow = 0.01; // nobody rests really, and no machine takes a hundred seconds for a turn
        new ImportTranscripts(service.url(), 1, slow, terminal(), Duration.ofSeconds(60), sleeps::add)
                .importAll(List.of(file(conversation("a", "hana", 10))));

        assertThat(service.batches).hasSize(10).containsOnly(1);
        assertThat(sleeps.getLast()).isGreaterThan(sleeps.get(1));
    }

    private ImportResult importAll(Path file) throws InterruptedException {
        return new ImportTranscripts(service.url(), 4, 0, terminal(), Duration.ofSeconds(60), sleeps::add)
                .importAll(List.of(file));
    }

    private Terminal terminal() {
        return new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(errors), false);
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(directory.resolve("some.jsonl"), String.join("\n", lines) + "\n");
    }

    private static String conversation(String id, String learner, int turns) {
        return IntStream.range(0, turns)
                .mapToObj(i -> "{\"learnerText\": \"said %d\", \"occurredAt\": \"2026-11-02T09:%02d:%02dZ\"}"
                        .formatted(i, i / 60, i % 60))
                .collect(Collectors.joining(
                        ", ",
                        "{\"id\": \"%s\", \"learnerId\": \"%s\", \"language\": \"en\", \"turns\": ["
                                .formatted(id, learner),
                        "]}"));
    }
}
