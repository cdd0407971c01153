package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Languages languages = new Languages();

    @Test
    void spellingsThatDifferInCaseAccentEncodingOrApostropheAreOneWord() {
        assertThat(lemmas("en", "Don't DON’T don't")).containsOnly("don't");
        assertThat(lemmas("ca", "Més MÉS " + Normalizer.normalize("més", Normalizer.Form.NFD)))
                .containsOnly("més");
    }

    @Test
    void theSurfaceStaysAsUsed() {
        assertThat(languages.readerFor("en").words("“Hello”, said DON’T!"))
                .extracting(Token::surface, Token::display, Token::start, Token::end)
                .containsExactly(
                        tuple("Hello", "hello", 1, 6), tuple("said", "say", 9, 13), tuple("DON’T", "don't", 14, 19));
    }

    @Test
    void apostrophesHoldWordsTogetherAndHyphensDoNot() {
        assertThat(lemmas("rw", "W'ishuri n’ubwo")).containsExactly("w'ishuri", "n'ubwo");
        assertThat(lemmas("sw", "a well-known word")).containsExactly("a", "well", "known", "word");
    }

    @Test
    void germanIsComparedFoldedButShownAsWritten() {
        assertThat(languages.readerFor("de").words("Straße STRASSE"))
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
        assertThat(languages.readerFor("el").words("ΛΟΓΟΣ"))
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
    void anyTagIsReadByItsPrimarySubtag() {
        assertThat(Languages.primarySubtag("pt-BR")).isEqualTo("pt");
        assertThat(Languages.primarySubtag("ZH-Hant-TW")).isEqualTo("zh");
        assertThat(Languages.primarySubtag("ja_JP")).isEqualTo("ja");
        assertThat(Languages.primarySubtag("yue")).isEqualTo("yue");
        String[] garbage = {null, "", "  ", "-", "x-private", "i-klingon", "e", "12", "日本語", "e\u0301n", "abcdefghi"};
        for (String nothing : garbage) {
            assertThat(Languages.primarySubtag(nothing)).as(nothing).isEqualTo("und");
        }
    }

    @Test
    void madeUpLanguagesShareOneReader() {
        assertThat(languages.readerFor("qqa"))
                .isSameAs(languages.readerFor("zzzzzzzz"))
                .isSameAs(languages.readerFor(null));
        assertThat(languages.readerFor("en-GB")).isSameAs(languages.readerFor("EN"));
    }

    private List<String> lemmas(String language, String text) {
        return languages.readerFor(language).words(text).stream()
                .map(Token::lemma)
                .toList();
    }
}
