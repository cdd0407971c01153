package dev.parlance.analysis.language.japanese;

import static dev.parlance.analysis.language.text.PartOfSpeech.ADJ;
import static dev.parlance.analysis.language.text.PartOfSpeech.ADP;
import static dev.parlance.analysis.language.text.PartOfSpeech.AUX;
import static dev.parlance.analysis.language.text.PartOfSpeech.NOUN;
import static dev.parlance.analysis.language.text.PartOfSpeech.PROPN;
import static dev.parlance.analysis.language.text.PartOfSpeech.VERB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JapaneseTokenizerTest {
    private final Tokenizer japanese = new Languages().tokenizerFor("ja-JP");

    @Test
    void aWordInKanaIsTheWordInKanjiButIsShownInKana() {
        assertThat(japanese.tokenize("りんごがたべたい"))
                .extracting(Token::lemma, Token::display, Token::surface, Token::start, Token::end)
                .containsExactly(
                        tuple("林檎", "りんご", "りんご", 0, 3),
                        tuple("が", "が", "が", 3, 4),
                        tuple("食べる", "たべる", "たべ", 4, 6),
                        tuple("たい", "たい", "たい", 6, 8));
        assertThat(japanese.tokenize("林檎を食べました。"))
                .extracting(Token::lemma, Token::display)
                .contains(tuple("林檎", "林檎"), tuple("食べる", "食べる"), tuple("ます", "ます"), tuple("た", "た"));
    }

    @Test
    void thePartOfSpeechDependsOnTheNeighbouringWords() {
        assertThat(japanese.tokenize("日本語を勉強する"))
                .extracting(Token::surface, Token::partOfSpeech)
                .containsExactly(
                        tuple("日本", PROPN), tuple("語", NOUN), tuple("を", ADP), tuple("勉強", VERB), tuple("する", AUX));
        assertThat(japanese.tokenize("親切な人")).extracting(Token::partOfSpeech).containsExactly(ADJ, AUX, NOUN);
        assertThat(japanese.tokenize("勉強が好き")).extracting(Token::partOfSpeech).startsWith(NOUN, ADP);
    }

    @Test
    void thePronunciationIsThatOfTheInflectedForm() {
        assertThat(spoken("学校へ行こう")).containsExactly("ガッコウ", "エ", "イコウ");
        assertThat(spoken("言いました")).containsExactly("イイ", "マシ", "タ");
        assertThat(spoken("大きい通り")).containsExactly("オオキイ", "トオリ");
        assertThat(spoken("私は続く")).contains("ワ", "ツヅク");
        assertThat(spoken("ビール")).containsExactly("ビール");
        assertThat(spoken("iPhone")).containsExactly((String) null);
    }

    @Test
    void theLemmaOfANameIsItsWrittenForm() {
        assertThat(lemmas("東京")).containsExactly("東京");
        assertThat(lemmas("ギリシア")).isEqualTo(lemmas("ギリシャ"));
    }

    @Test
    void theOriginOfALoanWordIsNotPartOfIt() {
        assertThat(lemmas("ラーメンとビール")).containsExactly("ラーメン", "と", "ビール");
        assertThat(lemmas("私")).containsExactly("私");
    }

    @Test
    void prolongationAddsNoWord() {
        assertThat(lemmas("ながいーー")).containsExactly("長い");
        assertThat(lemmas("まてっ！")).doesNotContain("っ");
    }

    @Test
    void anUnknownWordIsItsOwnLemma() {
        assertThat(japanese.tokenize("マヌルネコ"))
                .extracting(Token::lemma, Token::display)
                .containsExactly(tuple("マヌルネコ", "マヌルネコ"));
    }

    @Test
    void foreignWordsStayWhole() {
        assertThat(lemmas("私はiPhoneでAIを使う")).contains("iphone", "ai").doesNotContain("Ａ", "a", "i");
        assertThat(lemmas("don't と Café")).containsExactly("don't", "と", "café");
        assertThat(lemmas("ＡＢＣ")).containsExactly("abc");
        assertThat(lemmas("한국어😀مرحبا")).containsExactly("한국어", "مرحبا");
        assertThat(lemmas("3cm、MP3")).containsExactly("cm", "mp");
    }

    @Test
    void numbersInDigitsAreNoWordsButNumeralsAre() {
        assertThat(lemmas("123円")).containsExactly("円");
        assertThat(lemmas("三つ")).containsExactly("三", "つ");
    }

    @Test
    void decomposedKanaAreTheSameWord() {
        // Given
        String apart = Normalizer.normalize("がっこうでごはん", Normalizer.Form.NFD);
        // When
        var words = japanese.tokenize(apart);
        // Then
        assertThat(lemmas(apart)).isEqualTo(lemmas("がっこうでごはん"));
        assertThat(words.getFirst().surface())
                .isEqualTo(apart.substring(0, words.getFirst().end()));
    }

    @Test
    void halfWidthKanaAreTheSameWord() {
        assertThat(japanese.tokenize("ﾗｰﾒﾝとｶﾞﾑ"))
                .extracting(Token::lemma, Token::surface, Token::start, Token::end)
                .containsExactly(tuple("ラーメン", "ﾗｰﾒﾝ", 0, 4), tuple("と", "と", 4, 5), tuple("ガム", "ｶﾞﾑ", 5, 8));
    }

    @Test
    void everyHalfWidthKanaHasItsFullWidthForm() {
        for (char half = '\uFF61'; half <= '\uFF9D'; half++) {
            assertThat(ComposedKana.of(String.valueOf(half)).text())
                    .isEqualTo(Normalizer.normalize(String.valueOf(half), Normalizer.Form.NFKC));
        }
    }

    @Test
    void rareKanjiOutsideTheBasicPlaneAreWordsAndEmojiBetweenThemAreNot() {
        assertThat(japanese.tokenize("𠮷😀𠮷"))
                .extracting(Token::surface, Token::start)
                .containsExactly(tuple("𠮷", 0), tuple("𠮷", 4));
    }

    private List<String> spoken(String text) {
        var spoken = new ArrayList<String>();
        japanese.tokenize(text).forEach(word -> spoken.add(word.kana()));
        return spoken;
    }

    private List<String> lemmas(String text) {
        return japanese.tokenize(text).stream().map(Token::lemma).toList();
    }
}
