package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.language.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Frequency bands against the ranks of words in film subtitles, whose language is close to that of learners.
class SubtitleFrequencyBandsTest {
    private static final int MAX_LIST_WORDS = 30_000;

    private final Languages languages = new Languages();

    /// @param share of the first thousand words of the subtitles that are in the bands 1 and 2
    @ParameterizedTest
    @CsvSource({
        "en, freq-os2018-en_50k, 0.5, 0.7",
        "es, freq-os2018-es_50k, 0.5, 0.65",
        "fr, freq-os2018-fr_50k, 0.45, 0.6",
        "pt, freq-os2018-pt_50k, 0.45, 0.65",
        "it, freq-os2018-it_50k, 0.6, 0.7",
        "de, freq-os2018-de_50k, 0.5, 0.65",
        "zh, freq-os2018-zh_cn_50k, 0.35, 0.55",
    })
    void bandsCorrelateWithTheRanksInSubtitles(String language, String list, double correlation, double share)
            throws IOException {
        // Given
        List<Token> words = words(language, list);
        // When
        var bands = words.stream().map(languages::frequencyBand).toList();
        // Then
        double foundCorrelation = correlation(bands);
        double first = bands.stream()
                        .limit(1_000)
                        .filter(band -> band != null && band <= 2)
                        .count()
                / 1_000.0;
        System.out.printf(
                "%s: %d words, Spearman %.2f, first thousand %.2f%n", language, words.size(), foundCorrelation, first);
        assertThat(foundCorrelation).isGreaterThan(correlation);
        assertThat(first).isGreaterThan(share);
    }

    /// The words of the list, tokenized one by one, without duplicates, in order.
    private List<Token> words(String language, String list) throws IOException {
        Set<String> lemmas = new HashSet<>();
        return Files.readAllLines(Corpora.file("levels/" + list + ".txt")).stream()
                .limit(MAX_LIST_WORDS)
                .map(line -> languages
                        .tokenize(line.substring(0, line.indexOf(' ')), language)
                        .words())
                .filter(words ->
                        words.size() == 1 && lemmas.add(words.getFirst().lemma()))
                .map(List::getFirst)
                .toList();
    }

    /// Spearman's rank correlation of ranks and bands, with ties in the bands; without words that have no band.
    private static double correlation(List<Integer> bands) {
        int[] sizes = new int[7];
        int known = 0;
        for (Integer band : bands) {
            if (band != null) {
                sizes[band + 1]++;
                known++;
            }
        }
        double[] bandRanks = new double[7];
        int before = 0;
        for (int band = 1; band <= 5; band++) {
            bandRanks[band] = before + (sizes[band + 1] + 1) / 2.0;
            before += sizes[band + 1];
        }
        double mean = (known + 1) / 2.0;
        double covariance = 0;
        double rankVariance = 0;
        double bandVariance = 0;
        int rank = 0;
        for (Integer band : bands) {
            if (band != null) {
                rank++;
                covariance += (rank - mean) * (bandRanks[band] - mean);
                rankVariance += (rank - mean) * (rank - mean);
                bandVariance += (bandRanks[band] - mean) * (bandRanks[band] - mean);
            }
        }
        return covariance / Math.sqrt(rankVariance * bandVariance);
    }
}
