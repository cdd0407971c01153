package dev.parlance.analysis.language.korean;

import static dev.parlance.analysis.language.text.PartOfSpeech.ADJ;
import static dev.parlance.analysis.language.text.PartOfSpeech.ADV;
import static dev.parlance.analysis.language.text.PartOfSpeech.NOUN;
import static dev.parlance.analysis.language.text.PartOfSpeech.PRON;
import static dev.parlance.analysis.language.text.PartOfSpeech.VERB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class KoreanWordTokenizerTest {
    private final Tokenizer korean = new Languages().tokenizerFor("ko-KR");

    @Test
    void particlesAreNoPartOfTheLemma() {
        assertThat(lemmas("학교에서 학교는 학교까지도")).containsOnly("학교");
        assertThat(lemmas("친구들이 친구와")).containsOnly("친구");
    }

    @Test
    void theLemmaOfAVerbIsItsDictionaryForm() {
        assertThat(lemmas("갔어요 갑니다 가고 가려고")).containsOnly("가다");
        assertThat(lemmas("들었어요")).containsExactly("듣다");
        assertThat(lemmas("아름다운")).containsExactly("아름답다");
        assertThat(lemmas("공부했어요")).containsExactly("공부하다");
    }

    @Test
    void theCopulaBelongsToTheNounBeforeIt() {
        assertThat(lemmas("학생이에요 학생입니다")).containsOnly("학생");
    }

    @Test
    void aWordWithAnyNumberOfSuffixesIsOneWord() {
        assertThat(korean.tokenize("저는 사과를 아주 좋아해요."))
                .extracting(Token::surface, Token::lemma, Token::partOfSpeech, Token::start, Token::end)
                .containsExactly(
                        tuple("저는", "저", PRON, 0, 2),
                        tuple("사과를", "사과", NOUN, 3, 6),
                        tuple("아주", "아주", ADV, 7, 9),
                        tuple("좋아해요", "좋아하다", VERB, 10, 14));
        assertThat(korean.tokenize("맛있는")).extracting(Token::partOfSpeech).containsExactly(ADJ);
    }

    @Test
    void digitsAreNoPartOfTheLemma() {
        assertThat(lemmas("8개 2024년에")).containsExactly("개", "년");
    }

    @Test
    void decomposedSyllablesAreTheSameWord() {
        // Given
        String apart = Normalizer.normalize("학교에서", Normalizer.Form.NFD);
        // When
        var words = korean.tokenize(apart);
        // Then
        assertThat(words).extracting(Token::lemma, Token::surface).containsExactly(tuple("학교", apart));
    }

    @Test
    void otherScriptsAreFolded() {
        assertThat(lemmas("AJAX 학교 😀")).containsExactly("ajax", "학교");
    }

    private List<String> lemmas(String text) {
        return korean.tokenize(text).stream().map(Token::lemma).toList();
    }
}
