package dev.parlance.analysis.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parlance.analysis.emotion.vader.VaderLexicon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaderTest {
    private final EmotionScorer emotions = new EmotionScorer();

    /// Sentences and compounds as VADER's authors publish them with their program, the paper's examples among them.
    /// Left out: the one with emoji, which the published program reads by their names.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VADER is smart, handsome, and funny. | 0.8316",
                "VADER is smart, handsome, and funny! | 0.8439",
                "VADER is very smart, handsome, and funny. | 0.8545",
                "VADER is VERY SMART, handsome, and FUNNY. | 0.9227",
                "VADER is VERY SMART, handsome, and FUNNY!!! | 0.9342",
                "VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!! | 0.9469",
                "VADER is not smart, handsome, nor funny. | -0.7424",
                "The book was good. | 0.4404",
                "At least it isn't a horrible book. | 0.431",
                "The book was only kind of good. | 0.3832",
                "The plot was good, but the characters are uncompelling and the dialog is not great. | -0.7042",
                "Today SUX! | -0.5461",
                "Today only kinda sux! But I'll get by, lol | 0.5249",
                "Make sure you :) or :D today! | 0.8633",
                "Not bad at all | 0.431",
                "A really bad, horrible book. | -0.8211",
                "VADER sentiment analysis is the shit. | 0.6124",
                "Most automated sentiment analysis tools are shit. | -0.5574",
                "Sentiment analysis has never been good. | -0.3412",
                "Sentiment analysis with VADER has never been this good. | 0.5228",
                "Warren Beatty has never been so entertaining. | 0.5777",
            })
    void thePublishedSentencesHaveTheirPublishedCompound(String text, double compound) {
        assertThat(score(text)).isCloseTo(compound, within(0.00005));
    }

    @Test
    void capitalsRaiseTheVoiceOnlyAmongSmallLetters() {
        assertThat(score("The book was GOOD.")).isGreaterThan(score("The book was good."));
        assertThat(score("THE BOOK WAS GOOD.")).isEqualTo(score("The book was good."));
    }

    @Test
    void aDegreeAdverbCountsLessFromAfar() {
        assertThat(score("It was really good.")).isGreaterThan(score("It was really a good."));
        assertThat(score("It was really a good.")).isGreaterThan(score("It was really quoth a good."));
        assertThat(score("It was really, quoth a man, good.")).isEqualTo(score("It was, quoth a man, good."));
        assertThat(score("It was slightly good.")).isLessThan(score("It was good."));
        assertThat(score("It was slightly horrible.")).isGreaterThan(score("It was horrible."));
    }

    @Test
    void upToFourCallsAndThreeQuestionsCount() {
        assertThat(score("good!!!!")).isGreaterThan(score("good!!!")).isEqualTo(score("good!!!!!!!!"));
        assertThat(score("good?")).isEqualTo(score("good"));
        assertThat(score("good??")).isGreaterThan(score("good"));
        assertThat(score("good????")).isGreaterThan(score("good???")).isEqualTo(score("good?????????"));
        assertThat(score("table!!!!")).isZero();
    }

    @Test
    void aDenialTurnsAFeelingRoundWithinThreeWords() {
        assertThat(score("It was not a very good book.")).isNegative();
        assertThat(score("It wasn’t good.")).isNegative();
        assertThat(score("It was without doubt good.")).isPositive();
        assertThat(score("It did not seem to me good.")).isPositive();
        assertThat(score("It was the least good of all.")).isNegative();
    }

    @Test
    void noDeniesWhatFollowsAndAnswersBeforeAComma() {
        assertThat(score("There was no fun.")).isNegative();
        assertThat(score("No, it was fun.")).isEqualTo(score("It was fun."));
        assertThat(score("No")).isNegative();
        assertThat(score("Oh no, he hurt his teeth.")).isNegative();
        assertThat(score("No no no!")).isNegative();
    }

    @Test
    void whatFollowsButOutweighsWhatCameBefore() {
        assertThat(score("It was good, but horrible.")).isLessThan(score("It was good and horrible."));
        assertThat(score("It was horrible, but good.")).isGreaterThan(score("It was good and horrible."));
    }

    @Test
    void anIdiomCountsAsAWhole() {
        assertThat(score("That was the kiss of death.")).isNegative();
        assertThat(score("A cake to die for.")).isPositive();
        assertThat(score("I wait at the bus stop.")).isZero();
    }

    @Test
    void theEvidenceStandsWhereItWasSaid() {
        String text = "Well, that’s BAD. Poor cat :-(";
        var evidence = emotions.score(text, "en", List.of()).evidence();
        assertThat(evidence).extracting(Evidence::surface).containsExactly("BAD", "Poor", ":-(");
        assertThat(evidence).allSatisfy(piece -> assertThat(text.substring(piece.start(), piece.end()))
                .isEqualTo(piece.surface()));
    }

    @Test
    void theLexiconHasTheRatingsOfTheRatersWithItsEmoticons() {
        var lexicon = VaderLexicon.load();
        assertThat(lexicon.valences()).hasSizeGreaterThan(7_400);
        assertThat(lexicon.valence("horrible")).isEqualTo(-2.5);
        assertThat(lexicon.valence(":-Þ")).isPositive();
        assertThat(lexicon.valence("table")).isZero();
    }

    private double score(String text) {
        return emotions.score(text, "en", List.of()).score();
    }
}
