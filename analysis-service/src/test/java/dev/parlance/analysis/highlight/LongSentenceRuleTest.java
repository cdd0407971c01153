package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.SentenceSplitter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongSentenceRuleTest {
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
        assertThat(moments(new LongSentenceRule(), language, "ba ".repeat(floor - 1)))
                .isEmpty();
        assertThat(moments(new LongSentenceRule(), language, "ba ".repeat(floor)))
                .extracting(TextHighlight::type, TextHighlight::description)
                .containsExactly(tuple("long_sentence", "a sentence of " + floor + " words"));
    }

    @ParameterizedTest
    @CsvSource({"ja, 37", "zh, 25", "zh-TW, 25"})
    void japaneseAndChineseCountCharactersWithoutSpaces(String language, int floor) {
        assertThat(moments(new LongSentenceRule(), language, "山 　".repeat(floor - 1)))
                .isEmpty();
        assertThat(moments(new LongSentenceRule(), language, "山 　".repeat(floor - 1) + "。"))
                .extracting(TextHighlight::description)
                .containsExactly("a sentence of " + floor + " characters");
        assertThat(moments(new LongSentenceRule(), language, "山".repeat(floor - 1) + "𠮷"))
                .hasSize(1);
        assertThat(moments(new LongSentenceRule(), language, "山".repeat(floor - 2) + "𠮷"))
                .isEmpty();
    }

    @Test
    void eachLongSentenceIsFoundByItsPlace() {
        // Given
        String text =
                "Hi. " + "Ba ".repeat(16).strip() + ". No. " + "Bo ".repeat(17).strip() + "!";
        // When
        var moments = moments(new LongSentenceRule(), "en", text);
        // Then
        assertThat(moments).extracting(TextHighlight::place).containsExactly("1", "3");
        assertThat(text.substring(moments.get(1).start(), moments.get(1).end()))
                .startsWith("Bo ")
                .endsWith("Bo!");
    }

    @Test
    void anInstallationMaySetItsOwnFloors() {
        var small = new LongSentenceRule(Map.of("en", 3, "JA", 5));
        assertThat(moments(small, "en", "I like cats")).hasSize(1);
        assertThat(moments(small, "ja", "うさぎです")).hasSize(1);
        assertThat(moments(small, "it", "mi piace il gatto")).isEmpty();
        assertThatThrownBy(() -> new LongSentenceRule(Map.of("en", 0))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<TextHighlight> moments(LongSentenceRule longSentences, String language, String text) {
        var words = languages.tokenizerFor(language).tokenize(text);
        var boundaries = SentenceSplitter.boundaries(text, language);
        return longSentences.find(text, language, SentenceSplitter.split(text, boundaries, words));
    }
}
