package dev.parlance.analysis.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parlance.analysis.emotion.lexicon.Cue;
import dev.parlance.analysis.emotion.lexicon.Emotion;
import dev.parlance.analysis.emotion.lexicon.EmotionLexicons;
import dev.parlance.analysis.language.Languages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmotionScorerTest {
    private final Languages languages = new Languages();
    private final EmotionScorer emotions = new EmotionScorer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I am happy | JOY",
                "en | I am sad | SADNESS",
                "en | My teacher is great | POSITIVE",
                "en | It was horrible | NEGATIVE",
                "en | The cat is on the table | NEUTRAL",
                "it | Sono molto felice | JOY",
                "es | Tengo miedo | FEAR",
                "fr | Je suis furieux | ANGER",
                "de | Ich bin überrascht | SURPRISE",
                "pt | Eu adoro isso | LOVE",
                "ja | 嬉しかった | JOY",
                "ja | きのうはかなしかった | SADNESS",
                "ja | りんごがたべたい | NEUTRAL",
                "sw | Asante ❤️ | LOVE",
                "und | 😭😭 | SADNESS",
                "ko | 안녕 | NEUTRAL",
            })
    void theLabelIsAnEmotionWhereSomethingNamesIt(String language, String text, Emotion label) {
        assertThat(score(language, text).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I'm not scared.",
                "en | I was never really angry",
                "it | Non sono molto felice.",
                "it | Non ho paura!!!",
                "es | No estoy triste.",
                "es | Nunca tengo miedo.",
                "fr | Je ne suis pas triste.",
                "fr | C'est pas triste !!",
                "fr | Je n'ai jamais peur",
                "de | Ich bin nicht wütend.",
                "de | Ich weine nicht.",
                "de | Ich habe keine Angst.",
                "pt | Não tenho medo!!!",
                "pt | Estou sem medo",
                "ja | 全然怖くないです。",
                "ja | 嬉しくありませんでした。",
                "ja | 怒っていません。",
                "ja | 悲しくはない",
                "ja | 幸せではない",
            })
    void aNegatedEmotionDoesNotCount(String language, String text) {
        assertThat(score(language, text).label().isNamed()).isFalse();
        assertThat(score(language, text).strength()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it | No, sono felice! | JOY",
                "it | Non lo so, sono triste | SADNESS",
                "es | No, estoy contento | JOY",
                "de | Nein, ich bin traurig | SADNESS",
                "ja | 悲しいじゃないですか | SADNESS",
                "ja | 嬉しいことはない？ | JOY",
                "en | No, I am happy. | JOY",
            })
    void aNegationElsewhereDoesNotNegateAnEmotion(String language, String text, Emotion label) {
        assertThat(score(language, text).label()).isEqualTo(label);
    }

    @Test
    void goodIsAboveZeroAndBadBelowInEveryLanguage() {
        assertThat(score("it", "Sono molto felice").score()).isPositive();
        assertThat(score("ja", "とても悲しい").score()).isNegative();
        assertThat(score("und", "😀").score()).isPositive();
        assertThat(score("und", "😡").score()).isNegative();
        assertThat(score("it", "incredibile!!").score()).isZero();
        assertThat(score("it", "incredibile!!").strength()).isPositive();
    }

    @Test
    void anIntensifierAndEmphasisMakeItStronger() {
        double plain = score("it", "sono felice").strength();
        assertThat(score("it", "sono davvero felice").strength()).isGreaterThan(plain);
        assertThat(score("it", "sono felice!!").strength()).isGreaterThan(plain);
        assertThat(score("it", "sono felice!").strength()).isEqualTo(plain);
        assertThat(score("en", "I am so happy").strength())
                .isGreaterThan(score("en", "I am happy").strength());
        assertThat(score("en", "I am kind of happy").strength())
                .isLessThan(score("en", "I am happy").strength());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Mummy, I love you. | love you",
                "it | Ti amo, mamma | Ti amo",
                "fr | Je t’aime | t’aime",
                "de | Ich liebe dich | liebe dich",
                "ja | それは悲しすぎる | 悲し",
                "ja | 怖すぎます | 怖",
            })
    void twoWordsMaySayMoreThanEach(String language, String text, String evidence) {
        assertThat(score(language, text).strength()).isGreaterThan(0.5);
        assertThat(score(language, text).evidence())
                .extracting(Evidence::surface)
                .contains(evidence);
    }

    @Test
    void wordsAreTrustedMoreThanListsAndListsMoreThanEmoji() {
        // Given
        double english = score("en", "I am happy").confidence();
        double italian = score("it", "sono felice").confidence();
        double emoji = score("it", "😀").confidence();
        // Then
        assertThat(english).isBetween(italian, 1.0).isNotEqualTo(italian);
        assertThat(italian).isGreaterThan(emoji);
        assertThat(score("en", "😀").confidence()).isEqualTo(emoji);
        assertThat(score("xx", "hello").confidence())
                .isBetween(0.0, score("it", "la mela").confidence());
    }

    @Test
    void theEvidenceNamesWordsEmojiAndPunctuationOnceInTheTextsOrder() {
        // Given
        String text = "Yay!! happy 😀 happy yay 😀";
        // When
        var evidence = score("en", text).evidence();
        // Then
        assertThat(evidence).extracting(Evidence::surface).containsExactly("Yay", "!!", "happy", "😀");
        assertThat(evidence)
                .extracting(Evidence::kind)
                .containsExactly(
                        Evidence.Kind.WORD, Evidence.Kind.PUNCTUATION, Evidence.Kind.WORD, Evidence.Kind.EMOJI);
        assertThat(evidence).allSatisfy(one -> assertThat(text.substring(one.start(), one.end()))
                .isEqualTo(one.surface()));
    }

    @Test
    void anEmojiThatTouchesAWordHidesNeither() {
        assertThat(score("en", "scared😱").evidence())
                .extracting(Evidence::surface)
                .containsExactly("scared", "😱");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀",
                "👩\u200D❤️\u200D👨",
                "!",
                "?!",
                "happy ",
                "HAPPY not ",
                "but ",
                "no ",
                "never so ",
                "kind of ",
                "the shit ",
                ":-) ",
                "\uD83D",
                "\uDC00",
                "\uFE0F",
                "\u200D",
                "怖くない",
                "嬉しい",
                "n't ",
                "'",
                " ",
                "\u0000",
                "a",
                "felice non "
            })
    void noTextIsTooMuch(String repeated) {
        String text = repeated.repeat(8_000 / repeated.length());
        for (String language : new String[] {"en", "ja", "it", "de", "xx", ""}) {
            var words = languages.tokenizerFor(language).tokenize(text);
            var score = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> emotions.score(text, language, words));
            assertThat(score.score()).isBetween(-1.0, 1.0);
            assertThat(score.strength()).isBetween(0.0, 1.0);
            assertThat(score.evidence()).hasSizeLessThan(10);
        }
    }

    @Test
    void everyWordOfTheListsCanBeMetInATextOfItsLanguage() {
        var lists = EmotionLexicons.load();
        assertThat(lists.byLanguage().keySet()).containsExactlyInAnyOrder("de", "en", "es", "fr", "it", "ja", "pt");
        lists.byLanguage().forEach((language, list) -> {
            var words = list.words();
            assertThat(words.size()).as(language).isBetween(20, 80);
            words.forEach((word, cue) -> {
                var tokens = languages.tokenizerFor(language).tokenize(word);
                if (cue instanceof Cue.Feeling(var emotion, double _)) {
                    assertThat(emotions.score(word, language, tokens).label())
                            .as("%s: %s", language, word)
                            .isEqualTo(emotion);
                } else {
                    assertThat(word)
                            .isIn(tokens.getFirst().lemma(), tokens.getFirst().display());
                }
            });
        });
    }

    @Test
    void everyEmojiOfTheListIsOneCodePoint() {
        assertThat(EmotionLexicons.load().emoji().words().keySet())
                .hasSizeGreaterThan(50)
                .allSatisfy(emoji ->
                        assertThat(emoji.codePointCount(0, emoji.length())).isEqualTo(1));
    }

    private EmotionScore score(String language, String text) {
        return emotions.score(text, language, languages.tokenizerFor(language).tokenize(text));
    }
}
