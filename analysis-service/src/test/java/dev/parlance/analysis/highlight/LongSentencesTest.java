package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.Sentences;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongSentencesTest {
    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource({
        "en, 16",
        "en-GB, 16",
        "it, 22",
        "es, 20",
        "fr, 20",
        "de, 20",
        "pt-BR, 20",
        "sw, 10",
        "rw, 10",
        "nl, 10",
        "und, 10"
    })
    void aSentenceIsLongFromItsLanguagesFloorOn(String language, int floor) {
        assertThat(moments(new LongSentences(), language, "ba ".repeat(floor - 1)))
                .isEmpty();
        assertThat(moments(new LongSentences(), language, "ba ".repeat(floor)))
                .extracting(Moment::type, Moment::description)
                .containsExactly(tuple("long_sentence", "a sentence of " + floor + " words"));
    }

    @ParameterizedTest
    @CsvSource({"ja, 37", "zh, 25", "zh-TW, 25"})
    void japaneseAndChineseCountCharactersWithoutSpaces(String language, int floor) {
        assertThat(moments(new LongSentences(), language, "山 　".repeat(floor - 1)))
                .isEmpty();
        assertThat(moments(new LongSentences(), language, "山 　".repeat(floor - 1) + "。"))
                .extracting(Moment::description)
                .containsExactly("a sentence of " + floor + " characters");
        assertThat(moments(new LongSentences(), language, "山".repeat(floor - 1) + "𠮷"))
                .hasSize(1);
        assertThat(moments(new LongSentences(), language, "山".repeat(floor - 2) + "𠮷"))
                .isEmpty();
    }

    @Test
    void eachLongSentenceIsFoundByItsPlace() {
        // Given
        String text =
                "Hi. " + "Ba ".repeat(16).strip() + ". No. " + "Bo ".repeat(17).strip() + "!";
        // When
        var moments = moments(new LongSentences(), "en", text);
        // Then
        assertThat(moments).extracting(Moment::place).containsExactly("1", "3");
        assertThat(text.substring(moments.get(1).start(), moments.get(1).end()))
                .startsWith("Bo ")
                .endsWith("Bo!");
    }

    @Test
    void anInstallationMaySetItsOwnFloors() {
        var small = new LongSentences(Map.of("en", 3, "JA", 5));
        assertThat(moments(small, "en", "I like cats")).hasSize(1);
        assertThat(moments(small, "ja", "うさぎです")).hasSize(1);
        assertThat(moments(small, "it", "mi piace il gatto")).isEmpty();
        assertThatThrownBy(() -> new LongSentences(Map.of("en", 0))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Moment> moments(LongSentences longSentences, String language, String text) {
        var words = languages.readerFor(language).words(text);
        return longSentences.in(text, language, Sentences.of(text, language, words));
    }
}
