package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Readers stand before dictionaries of others, which promise little.
class ConcurrentReadersTest {
    private static final String TEXT = "# text = ";
    private static final int ROUNDS = 5;

    @ParameterizedTest
    @CsvSource({"zh, zh_gsdsimp-ud-dev", "ko, ko_gsd-ud-dev", "ja, ja_gsd-ud-dev"})
    void manyThreadsFindTheWordsThatOneFinds(String language, String gold) throws IOException {
        // Given
        var texts = Files.readAllLines(RealTexts.file("gold/" + gold + ".conllu")).stream()
                .filter(line -> line.startsWith(TEXT))
                .map(line -> line.substring(TEXT.length()))
                .toList();
        var reader = new Languages().readerFor(language);
        var alone = texts.stream().map(reader::words).toList();
        for (int round = 0; round < ROUNDS; round++) {
            // When
            var together = texts.parallelStream().map(reader::words).toList();
            // Then
            assertThat(together).isEqualTo(alone);
        }
    }
}
