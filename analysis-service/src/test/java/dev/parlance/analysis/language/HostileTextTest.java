package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final int LONGEST_TEXT = 8_000;
    private static final Duration LOADING_INCLUDED = Duration.ofSeconds(60);
    private static final List<String> LANGUAGES =
            List.of("en", "de", "ja", "zh", "ko", "it", "es", "fr", "pt", "th", "tr", "el", "xx", "");

    private final Languages languages = new Languages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "あ",
                "ア",
                "漢",
                "ー",
                "ｶﾞ",
                "か\u3099",
                "😀",
                "👨\u200D👩\u200D👧",
                "🇯🇵",
                "\uFE0F",
                "م",
                "\u200F",
                "한",
                "ㅋ",
                "𠮷",
                "丂 ",
                "\u1112\u1161\u11AB",
                "가는",
                "1.",
                "a-",
                "李",
                "三多",
                "馆馆馆",
                "ß",
                "İ",
                "\u0301",
                "a\u0301",
                "a'",
                "l'",
                "a-",
                "-t-il",
                "ha ",
                "citta' ",
                "dammelo",
                "é",
                "e. ",
                "… ",
                "」と",
                "Mr. ",
                "1. ",
                "?!",
                "\n",
                "\u0000",
                "Ｚ漢ق가😀",
                "a1",
                "a.",
                "a-",
                "a'a",
                "'a ",
                "a@",
                "www.",
                "a://a",
                ":P",
                "non-",
                "É",
                "\uD835\uDC9C",
                "oooa",
                "s'",
                "1a",
                "\u0301\u0302",
                "斯",
                "haha",
                "ﷺ"
            })
    void noTextIsTooMuch(String repeated) {
        // Given
        String text = repeated.repeat(LONGEST_TEXT / repeated.length());
        for (String language : LANGUAGES) {
            // When
            var words = assertTimeoutPreemptively(
                    LOADING_INCLUDED, () -> languages.readerFor(language).words(text));
            // Then
            RealConversationsTest.assertWellFormed(text, words);
            var sentences = assertTimeoutPreemptively(LOADING_INCLUDED, () -> Sentences.of(text, language, words));
            assertThat(sentences.stream().mapToInt(Sentence::words).sum()).isEqualTo(words.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ha", "h", "hj", "haha ", "😀ha"})
    void laughterWithoutEndIsReadWhenNobodyTellsItsLanguage(String repeated) {
        // Given
        String text = repeated.repeat(LONGEST_TEXT / repeated.length());
        // When
        var read = languages.read(text, null);
        // Then
        RealConversationsTest.assertWellFormed(text, read.words());
        assertThat(read.words()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "a\uD800b", "あ\uDC00い", "\uDC00\uD800", "\uD83D"})
    void halvesOfSurrogatePairsAreNoWordsAndBreakNothing(String broken) {
        for (String language : LANGUAGES) {
            // When
            var words = languages.readerFor(language).words(broken.repeat(100));
            // Then
            RealConversationsTest.assertWellFormed(broken.repeat(100), words);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "123",
                "１２３",
                "3.14",
                "...",
                "？！",
                "😀",
                "👩🏽\u200D🚀",
                "\u0301",
                "①",
                "〇",
                "%",
                "(^_^)"
            })
    void withoutALetterThereIsNoWord(String text) {
        for (String language : LANGUAGES) {
            assertThat(languages.readerFor(language).words(text)).isEmpty();
        }
    }
}
