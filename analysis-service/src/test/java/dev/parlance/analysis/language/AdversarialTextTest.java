package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parlance.analysis.language.text.Sentence;
import dev.parlance.analysis.language.text.SentenceSplitter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdversarialTextTest {
    private static final int MAX_TEXT_LENGTH = 8_000;
    private static final Duration LOADING_AND_TOKENIZING_TIMEOUT = Duration.ofSeconds(60);
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
    void noTextMakesATokenizerFailOrHang(String repeated) {
        // Given
        String text = repeated.repeat(MAX_TEXT_LENGTH / repeated.length());
        for (String language : LANGUAGES) {
            // When
            var words = assertTimeoutPreemptively(
                    LOADING_AND_TOKENIZING_TIMEOUT,
                    () -> languages.tokenizerFor(language).tokenize(text));
            // Then
            CorpusConversationsTest.assertWellFormed(text, words);
            var sentences = assertTimeoutPreemptively(
                    LOADING_AND_TOKENIZING_TIMEOUT,
                    () -> SentenceSplitter.split(text, SentenceSplitter.boundaries(text, language), words));
            assertThat(sentences.stream().mapToInt(Sentence::words).sum()).isEqualTo(words.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ha", "h", "hj", "haha ", "😀ha"})
    void endlessLaughterInAnUnknownLanguageIsTokenized(String repeated) {
        // Given
        String text = repeated.repeat(MAX_TEXT_LENGTH / repeated.length());
        // When
        var tokenized = languages.tokenize(text, null);
        // Then
        CorpusConversationsTest.assertWellFormed(text, tokenized.words());
        assertThat(tokenized.words()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "a\uD800b", "あ\uDC00い", "\uDC00\uD800", "\uD83D"})
    void loneSurrogatesAreNoWordsAndCauseNoFailure(String broken) {
        for (String language : LANGUAGES) {
            // When
            var words = languages.tokenizerFor(language).tokenize(broken.repeat(100));
            // Then
            CorpusConversationsTest.assertWellFormed(broken.repeat(100), words);
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
            assertThat(languages.tokenizerFor(language).tokenize(text)).isEmpty();
        }
    }
}
