package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.emotion.EmotionScorer;
import dev.parlance.analysis.language.Languages;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmotionalMomentRuleTest {
    private final Languages languages = new Languages();
    private final EmotionScorer emotions = new EmotionScorer();
    private final EmotionalMomentRule emotionalMoments = new EmotionalMomentRule();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Yay, my rabbit is back 😀 | joy: Yay, 😀",
                "en | I am so happy today. | joy: happy",
                "en | I love it!! | love: love, !!",
                "en | I'm scared. | fear: scared",
                "en-US | He was ANGRY at me | anger: ANGRY",
                "ja | きのうはとてもかなしかった。 | sadness: かなしかっ",
                "ja | 怖い？！ | fear: 怖い, ？！",
                "it | sono molto felice | joy: felice",
                "es | ¡Estoy muy triste! | sadness: triste",
                "fr | J’adore ça !! | love: adore, !!",
                "de | Ich bin wütend. | anger: wütend",
                "pt | Que medo!!! | fear: medo, !!!",
                "sw | Asante ❤️ | love: ❤",
                "und | 😱😱😱 | fear: 😱",
                "und | 😭 | sadness: 😭",
                "en | That was AMAZING!!! | positive: AMAZING, !!!",
                "en | It was so horrible. | negative: horrible",
                "en | The story made me sad. | sadness: sad",
                "en | !!! I love you, Mummy | love: love you, !!!",
                "en | I was scared, but now I am SO happy | joy: happy",
            })
    void theDescriptionNamesTheEmotionAndItsEvidence(String language, String text, String description) {
        assertThat(moment(language, text)).map(TextHighlight::description).contains(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The cat is on the table.",
                "en | Happy birthday to you!",
                "en | I would love a cup of tea.",
                "en | Really? So what!!",
                "en | Thank you 🙏👍",
                "en | See you tomorrow 😊",
                "ja | 今日は本当に寒いですね。",
                "ja | すごい！！",
                "it | È molto buono, grazie!",
                "es | La tienda es tan grande.",
                "fr | Le chat est très petit.",
                "de | Das ist sehr gut.",
                "pt | Eu gosto muito de maçã.",
                "sw | Ninapenda chai!!",
                "en | ???",
                "en | I like playing with my best friend.",
                "en | Michael hand hand.",
                "en | A sad clown and a statue.",
                "en | It is a very sad story.",
                "en | OK, thanks a lot. Very good!!",
                "en | I'm not scared!!",
                "it | Non ho paura!!!",
                "ja | 全然怖くないです！！",
            })
    void anOrdinaryTurnIsNoMoment(String language, String text) {
        assertThat(moment(language, text)).isEmpty();
    }

    @Test
    void aRepeatedWordSaysNoMoreThanOnce() {
        assertThat(moment("en", "happy happy happy")).isEmpty();
        assertThat(moment("en", "happy and glad"))
                .map(TextHighlight::description)
                .contains("joy: happy, glad");
    }

    @Test
    void theStrongestEmotionWinsAndTheFirstAmongEquals() {
        assertThat(moment("en", "scared and angry"))
                .map(TextHighlight::description)
                .contains("fear: scared");
        assertThat(moment("en", "scared 😡 angry"))
                .map(TextHighlight::description)
                .contains("anger: 😡, angry");
    }

    @Test
    void aTurnHasOneMomentAndItStandsWhereTheEvidenceBegins() {
        // Given
        String text = "Look, it is here. Yay! 😀";
        // When
        var moment = moment("en", text).orElseThrow();
        // Then
        assertThat(moment).isEqualTo(new TextHighlight("emotional_moment", "turn", "joy: Yay, 😀", 18, 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍❤️‍👨", "🧑‍❤‍🧑 in a picture", "👩‍❤", "❤️‍🔥"})
    void aHeartInAJoinedEmojiDoesNotCount(String text) {
        assertThat(moment("en", text)).isEmpty();
    }

    private Optional<TextHighlight> moment(String language, String text) {
        return emotionalMoments.find(
                emotions.score(text, language, languages.tokenizerFor(language).tokenize(text)));
    }
}
