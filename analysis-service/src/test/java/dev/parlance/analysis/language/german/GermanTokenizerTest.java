package dev.parlance.analysis.language.german;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanTokenizerTest {
    private final Tokenizer german = new Languages().tokenizerFor("de");

    @ParameterizedTest
    @CsvSource({
        "Er ging nach Hause, gehen",
        "Sie hat viel gegessen, essen",
        "Das ist besser, gut",
        "Wir sahen einen Film, sehen",
        "Ein schönes Bild, schön",
        "Ich bin müde, sein",
        "Sie mag ihn, er",
        "Das gehört dem Mann, der"
    })
    void anInflectedFormHasTheDictionarysLemma(String text, String lemma) {
        assertThat(lemmas(text)).contains(lemma);
    }

    @Test
    void aNounIsShownWithItsCapitalAndComparedWithout() {
        // When
        var words = german.tokenize("Die Häuser der Städte sind alt.");
        // Then
        assertThat(words)
                .extracting(Token::surface, Token::lemma, Token::display)
                .contains(tuple("Häuser", "haus", "Haus"), tuple("Städte", "stadt", "Stadt"));
    }

    @Test
    void aCompoundIsInflectedInItsLastPart() {
        assertThat(german.tokenize("Er mag neue Parfümkreationen und Kinderbücher."))
                .extracting(Token::display)
                .contains("Parfümkreation", "Kinderbuch");
    }

    @Test
    void aPrepositionWithItsArticleIsOneWord() {
        assertThat(lemmas("Wir waren im Kino und beim Arzt")).contains("im", "beim");
    }

    @Test
    void anApostropheSIsSplitFromAVerbAndNotFromAName() {
        assertThat(surfaces("Wie geht's? Anna's Auto")).containsExactly("Wie", "geht", "'s", "Anna's", "Auto");
    }

    @Test
    void abbreviationsKeepTheirFullStops() {
        assertThat(surfaces("Dr. Meier mag z.B. Äpfel, Birnen usw."))
                .containsExactly("Dr.", "Meier", "mag", "z.B.", "Äpfel", "Birnen", "usw.");
    }

    private List<String> lemmas(String text) {
        return german.tokenize(text).stream().map(Token::lemma).toList();
    }

    private List<String> surfaces(String text) {
        return german.tokenize(text).stream().map(Token::surface).toList();
    }
}
