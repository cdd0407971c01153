package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bands beside the order of words in subtitles of films, which are much like what learners say.
class BandsOfSubtitlesTest {
    private static final int LOOKED_AT = 30_000;

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
    void theMoreOftenFilmsSayAWordTheMoreFrequentIsItsBand(
            String language, String list, double correlation, double share) throws IOException {
        // Given
        List<Token> words = words(language, list);
        // When
        var bands = words.stream().map(languages::band).toList();
        // Then
        double found = correlation(bands);
        double first = bands.stream()
                        .limit(1_000)
                        .filter(band -> band != null && band <= 2)
                        .count()
                / 1_000.0;
        System.out.printf("%s: %d words, Spearman %.2f, first thousand %.2f%n", language, words.size(), found, first);
        assertThat(found).isGreaterThan(correlation);
        assertThat(first).isGreaterThan(share);
    }

    /// The list's words as one reads them one by one, each once, in their order.
    private List<Token> words(String language, String list) throws IOException {
        Set<String> met = new HashSet<>();
        return Files.readAllLines(RealTexts.file("levels/" + list + ".txt")).stream()
                .limit(LOOKED_AT)
                .map(line -> languages
                        .read(line.substring(0, line.indexOf(' ')), language)
                        .words())
                .filter(read -> read.size() == 1 && met.add(read.getFirst().lemma()))
                .map(List::getFirst)
                .toList();
    }

    /// Of the places and the bands, where there is one (Spearman, with ties in the bands).
    private static double correlation(List<Integer> bands) {
        int[] sizes = new int[7];
        int known = 0;
        for (Integer band : bands) {
            if (band != null) {
                sizes[band + 1]++;
                known++;
            }
        }
        double[] ranks = new double[7];
        int before = 0;
        for (int band = 1; band <= 5; band++) {
            ranks[band] = before + (sizes[band + 1] + 1) / 2.0;
            before += sizes[band + 1];
        }
        double mean = (known + 1) / 2.0;
        double together = 0;
        double places = 0;
        double banded = 0;
        int place = 0;
        for (Integer band : bands) {
            if (band != null) {
                place++;
                together += (place - mean) * (ranks[band] - mean);
                places += (place - mean) * (place - mean);
                banded += (ranks[band] - mean) * (ranks[band] - mean);
            }
        }
        return together / Math.sqrt(places * banded);
    }
}
