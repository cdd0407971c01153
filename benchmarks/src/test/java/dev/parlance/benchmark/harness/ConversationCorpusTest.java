package dev.parlance.benchmark.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.benchmark.report.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationCorpusTest {
    @TempDir
    Path data;

    @Test
    void whatMustComeOutIsCountedInTheFiles() throws IOException {
        Files.createDirectory(data.resolve("conversations"));
        Files.writeString(data.resolve("conversations/a.jsonl"), """
                {"id": "1", "learnerId": "hana", "turns": [{"learnerText": "a"}, {"learnerText": "b"}]}
                {"id": "2", "learnerId": "oliver", "turns": [{"learnerText": "c"}]}
                """);
        Files.writeString(data.resolve("conversations/b.jsonl"), """
                {"id": "3", "learnerId": "hana", "turns": [{"learnerText": "d"}]}
                """);

        ConversationCorpus corpus = ConversationCorpus.readDirectory(data);

        assertThat(corpus.conversations()).isEqualTo(3);
        assertThat(corpus.turnsByLearner()).isEqualTo(Map.of("hana", 3, "oliver", 1));
        assertThat(corpus.turns()).isEqualTo(4);
    }

    @Test
    void aDirectoryWithoutConversationsIsToldInOneSentence() {
        assertThatThrownBy(() -> ConversationCorpus.readDirectory(data))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--data");
    }
}
