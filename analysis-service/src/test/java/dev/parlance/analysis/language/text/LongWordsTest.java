package dev.parlance.analysis.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongWordsTest {
    @Test
    void aWordOfTwoHundredCodePointsIsKeptWhole() {
        String inTheBasicPlane = "a".repeat(200);
        String beyondIt = "𝒜".repeat(200);
        assertThat(LongWords.shorten(inTheBasicPlane)).isSameAs(inTheBasicPlane);
        assertThat(LongWords.shorten(beyondIt)).isSameAs(beyondIt);
    }

    @Test
    void aLongerWordIsItsBeginningAndItsHash() {
        assertThat(LongWords.shorten("a".repeat(201)))
                .matches("a{183}…[0-9a-f]{16}")
                .isEqualTo(LongWords.shorten("a".repeat(201)));
    }

    @Test
    void aWordIsCutBetweenCodePoints() {
        assertThat(LongWords.shorten("a" + "𝒜".repeat(200))).matches("a(𝒜){182}…[0-9a-f]{16}");
    }

    @Test
    void twoLongWordsWithOneBeginningStayTwo() {
        String beginning = "a".repeat(300);
        assertThat(LongWords.shorten(beginning + "b")).isNotEqualTo(LongWords.shorten(beginning + "c"));
    }

    @Test
    void aShortFormIsNotShortenedAgain() {
        String once = LongWords.shorten("a".repeat(8_000));
        assertThat(LongWords.shorten(once)).isSameAs(once);
    }

    @Test
    void aTokenKeepsItsSurface() {
        // Given
        String word = "A".repeat(1_000);
        var token = new Token("en", "a".repeat(1_000), "A".repeat(1_000), word, 0, 1_000);
        // When
        Token shortened = LongWords.shorten(token);
        // Then
        assertThat(shortened.lemma()).hasSize(LongWords.MAX_CODE_POINTS);
        assertThat(shortened.display()).hasSize(LongWords.MAX_CODE_POINTS);
        assertThat(shortened.surface()).isEqualTo(word);
    }
}
