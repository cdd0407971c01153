package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.language.Languages;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmotionalMomentsTest {
    private final Languages languages = new Languages();
    private final EmotionalMoments emotionalMoments = new EmotionalMoments();

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
            })
    void theDescriptionNamesTheEmotionAndItsEvidence(String language, String text, String description) {
        assertThat(moment(language, text)).map(Moment::description).contains(description);
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
            })
    void anOrdinaryTurnIsNoMoment(String language, String text) {
        assertThat(moment(language, text)).isEmpty();
    }

    @Test
    void aRepeatedWordSaysNoMoreThanOnce() {
        assertThat(moment("en", "happy happy happy")).isEmpty();
        assertThat(moment("en", "happy and glad")).map(Moment::description).contains("joy: happy, glad");
    }

    @Test
    void theStrongestEmotionWinsAndTheFirstAmongEquals() {
        assertThat(moment("en", "scared and angry")).map(Moment::description).contains("fear: scared");
        assertThat(moment("en", "scared 😡 angry")).map(Moment::description).contains("anger: 😡, angry");
    }

    @Test
    void aTurnHasOneMomentAndItStandsWhereTheEvidenceBegins() {
        // Given
        String text = "Look, it is here. Yay! 😀";
        // When
        var moment = moment("en", text).orElseThrow();
        // Then
        assertThat(moment).isEqualTo(new Moment("emotional_moment", "turn", "joy: Yay, 😀", 18, 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍❤️‍👨", "🧑‍❤‍🧑 in a picture", "👩‍❤", "❤️‍🔥"})
    void aHeartInAPictureOfACoupleIsNotLookedInto(String text) {
        assertThat(moment("en", text)).isEmpty();
    }

    @Test
    void everyWordOfTheListsCanBeMetInATextOfItsLanguage() {
        var lists = EmotionLists.load();
        assertThat(lists.words().keySet()).containsExactlyInAnyOrder("de", "en", "es", "fr", "it", "ja", "pt");
        lists.words().forEach((language, words) -> {
            assertThat(words.size()).as(language).isBetween(20, 60);
            for (String word : words.keySet()) {
                var read = languages.readerFor(language).words(word);
                assertThat(read).as("%s: %s", language, word).hasSize(1);
                assertThat(word)
                        .isIn(
                                read.getFirst().lemma(),
                                read.getFirst().display(),
                                read.getFirst().surface());
            }
        });
    }

    @Test
    void everyEmojiOfTheListIsOneCodePoint() {
        assertThat(EmotionLists.load().emoji().keySet()).hasSizeGreaterThan(50).allSatisfy(emoji -> assertThat(
                        emoji.codePointCount(0, emoji.length()))
                .isEqualTo(1));
    }

    private Optional<Moment> moment(String language, String text) {
        return emotionalMoments.in(text, language, languages.readerFor(language).words(text));
    }
}
