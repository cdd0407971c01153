package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.text.Token;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private final Languages languages = new Languages();

    @Test
    void spellingsThatDifferInCaseAccentEncodingOrApostropheAreOneWord() {
        assertThat(lemmas("en", "Don't DON’T don't")).containsOnly("don't");
        assertThat(lemmas("ca", "Més MÉS " + Normalizer.normalize("més", Normalizer.Form.NFD)))
                .containsOnly("més");
    }

    @Test
    void theSurfaceStaysAsUsed() {
        assertThat(languages.tokenizerFor("en").tokenize("“Hello”, said DON’T!"))
                .extracting(Token::surface, Token::display, Token::start, Token::end)
                .containsExactly(
                        tuple("Hello", "hello", 1, 6), tuple("said", "say", 9, 13), tuple("DON’T", "don't", 14, 19));
    }

    @Test
    void apostrophesJoinWordsAndHyphensDoNot() {
        assertThat(lemmas("rw", "W'ishuri n’ubwo")).containsExactly("w'ishuri", "n'ubwo");
        assertThat(lemmas("sw", "a well-known word")).containsExactly("a", "well", "known", "word");
    }

    @Test
    void germanIsComparedFoldedButShownAsWritten() {
        assertThat(languages.tokenizerFor("de").tokenize("Straße STRASSE"))
                .extracting(Token::lemma, Token::display)
                .containsExactly(tuple("strasse", "Straße"), tuple("strasse", "STRASSE"));
    }

    @Test
    void aTurkishIKeepsOrLosesItsDotAsTurkishDoes() {
        assertThat(lemmas("tr", "IŞIK İstanbul")).containsExactly("ışık", "istanbul");
        assertThat(lemmas("en", "IN")).containsExactly("in");
    }

    @Test
    void aGreekWordIsShownWithItsFinalSigma() {
        assertThat(languages.tokenizerFor("el").tokenize("ΛΟΓΟΣ"))
                .extracting(Token::lemma, Token::display)
                .containsExactly(tuple("λογοσ", "λογος"));
    }

    @Test
    void invisibleMarksAreNotPartOfAWordButPersianJoinersAre() {
        assertThat(lemmas("en", "co\u00ADop")).containsExactly("coop");
        assertThat(lemmas("ar", "مرحبا\u200F")).containsExactly("مرحبا");
        assertThat(lemmas("fa", "می\u200Cخواهم")).containsExactly("می\u200Cخواهم");
    }

    @Test
    void scriptsWithoutSpacesHaveWordsToo() {
        assertThat(lemmas("km", "ខ្ញុំស្រឡាញ់ឆ្មា")).containsExactly("ខ្ញុំ", "ស្រឡាញ់", "ឆ្មា");
        assertThat(lemmas("th", "ฉันรักแมว")).containsExactly("ฉัน", "รัก", "แมว");
    }

    @Test
    void inventedLanguagesShareOneTokenizer() {
        assertThat(languages.tokenizerFor("qqa"))
                .isSameAs(languages.tokenizerFor("zzzzzzzz"))
                .isSameAs(languages.tokenizerFor(null));
        assertThat(languages.tokenizerFor("en-GB")).isSameAs(languages.tokenizerFor("EN"));
    }

    private List<String> lemmas(String language, String text) {
        return languages.tokenizerFor(language).tokenize(text).stream()
                .map(Token::lemma)
                .toList();
    }
}
