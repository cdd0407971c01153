package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tokenizers of Chinese, Korean and Japanese use libraries that do not promise thread safety.
class ConcurrentTokenizersTest {
    private static final String TEXT_COMMENT_PREFIX = "# text = ";
    private static final int ROUNDS = 5;

    @ParameterizedTest
    @CsvSource({"zh, zh_gsdsimp-ud-dev", "ko, ko_gsd-ud-dev", "ja, ja_gsd-ud-dev"})
    void manyThreadsFindTheWordsThatOneFinds(String language, String gold) throws IOException {
        // Given
        var texts = Files.readAllLines(Corpora.file("gold/" + gold + ".conllu")).stream()
                .filter(line -> line.startsWith(TEXT_COMMENT_PREFIX))
                .map(line -> line.substring(TEXT_COMMENT_PREFIX.length()))
                .toList();
        var tokenizer = new Languages().tokenizerFor(language);
        var sequential = texts.stream().map(tokenizer::tokenize).toList();
        for (int round = 0; round < ROUNDS; round++) {
            // When
            var concurrent = texts.parallelStream().map(tokenizer::tokenize).toList();
            // Then
            assertThat(concurrent).isEqualTo(sequential);
        }
    }
}
