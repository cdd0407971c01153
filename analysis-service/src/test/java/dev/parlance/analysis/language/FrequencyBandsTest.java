package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.language.text.Token;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyBandsTest {
    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource({
        "en, the, perambulate",
        "en, go, stroll",
        "en, happy, felicitous",
        "es, hacer, perpetrar",
        "fr, maison, masure",
        "pt, fazer, perpetrar",
        "it, casa, tugurio",
        "de, Haus, Igel",
        "de, essen, verspeisen",
        "zh, 我们, 徘徊",
    })
    void aFrequentWordIsInAMoreFrequentBandThanARareOne(String language, String frequent, String rare) {
        assertThat(band(language, frequent)).isLessThan(band(language, rare));
    }

    @ParameterizedTest
    @CsvSource({"en, the", "en, I", "es, ser", "fr, le", "it, essere", "de, sein", "pt, de", "zh, 的", "zh, 是"})
    void theMostFrequentWordsAreInTheFirstBand(String language, String word) {
        assertThat(band(language, word)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"en, quibbleflax", "it, terrozzata", "ja, する", "ko, 하다", "de, Quibbelflax", "rw, ishuri", "und, hello"})
    void aWordThatNoSourceHasIsInNoBand(String language, String word) {
        assertThat(band(language, word)).isNull();
    }

    @Test
    void anInflectedWordIsInTheBandOfItsDictionaryForm() {
        assertThat(band("en", "went")).isEqualTo(band("en", "go"));
        assertThat(band("it", "mangiavo")).isEqualTo(band("it", "mangiare"));
        assertThat(band("de", "Häuser")).isEqualTo(band("de", "Haus"));
    }

    @Test
    void traditionalCharactersAreInTheBandOfTheSimplifiedOnes() {
        assertThat(band("zh", "我們")).isEqualTo(band("zh", "我们"));
    }

    private Integer band(String language, String word) {
        List<Token> words = languages.tokenize(word, language).words();
        assertThat(words).as(word).isNotEmpty();
        return languages.frequencyBand(words.getFirst());
    }
}
