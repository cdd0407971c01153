package dev.parlance.analysis.language.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTokenizerTest {
    private final Tokenizer english = new Languages().tokenizerFor("en");

    @ParameterizedTest
    @CsvSource({
        "She went home, go",
        "The children play, child",
        "This is better, good",
        "She runs faster, fast",
        "I found it, find",
        "The leaves fell, leaf",
        "She was singing, sing",
        "Two boxes, box",
        "They tried hard, try",
        "It stopped, stop",
        "The mice ran, mouse",
        "He saw me, see"
    })
    void anInflectedFormHasTheDictionarysLemma(String text, String lemma) {
        assertThat(lemmas(text)).contains(lemma);
    }

    @Test
    void theSameFormHasAnotherLemmaAsAnotherPartOfSpeech() {
        assertThat(lemmas("He left the house")).contains("leave");
        assertThat(lemmas("My left hand hurts")).contains("left");
        assertThat(lemmas("The meeting was long")).contains("meeting");
        assertThat(lemmas("We are meeting them")).contains("meet");
    }

    @Test
    void aContractionIsOneWord() {
        assertThat(lemmas("I don't know, I'm sure it's fine and we can't"))
                .containsExactly("i", "don't", "know", "i'm", "sure", "it's", "fine", "and", "we", "can't");
        assertThat(lemmas("Don't DON’T don't")).containsOnly("don't");
    }

    @Test
    void aPossessiveHasTheLemmaOfItsNoun() {
        // When
        var words = english.tokenize("Mary's mother likes the dogs' house.");
        // Then
        assertThat(words)
                .extracting(Token::surface, Token::lemma, Token::display)
                .contains(tuple("Mary's", "mary", "Mary"), tuple("dogs'", "dog", "dog"));
    }

    @Test
    void anApostropheThatClosesAQuotationIsNoPartOfTheWord() {
        assertThat(surfaces("He said 'cats' and left")).containsExactly("He", "said", "cats", "and", "left");
    }

    @Test
    void aProperNounIsShownAsWritten() {
        // When
        var words = english.tokenize("Yesterday President Bush visited Washington.");
        // Then
        assertThat(words)
                .filteredOn(word -> word.partOfSpeech() == PartOfSpeech.PROPN)
                .extracting(Token::display, Token::lemma)
                .contains(tuple("Bush", "bush"), tuple("Washington", "washington"));
    }

    @Test
    void colloquialFormsAreTheirOwnLemmas() {
        assertThat(lemmas("I wanna see mommy and I'm gonna hafta go, uh-oh"))
                .contains("wanna", "mommy", "gonna", "hafta", "uh-oh");
    }

    @Test
    void aHyphenSeparatesWordsUnlessAPrefixPrecedesIt() {
        assertThat(surfaces("a well-known non-smoker with a 15-year e-mail"))
                .containsExactly("a", "well", "known", "non-smoker", "with", "a", "year", "e-mail");
    }

    @Test
    void abbreviationsKeepTheirFullStopAndSentencesDoNot() {
        assertThat(surfaces("Mr. Smith lives in the U.S. now. Yes. He does, etc."))
                .containsExactly("Mr.", "Smith", "lives", "in", "the", "U.S.", "now", "Yes", "He", "does", "etc.");
    }

    @Test
    void anAddressIsOneWord() {
        assertThat(surfaces("See http://example.org/a-b?c=d, (www.example.org) or write to a.b@example.org."))
                .containsExactly(
                        "See", "http://example.org/a-b?c=d", "www.example.org", "or", "write", "to", "a.b@example.org");
    }

    @Test
    void anEmoticonIsNoWord() {
        assertThat(surfaces("fun :P yes :-D no =) ok")).containsExactly("fun", "yes", "no", "ok");
    }

    @Test
    void aMissingSpaceAfterAFullStopDoesNotJoinWords() {
        assertThat(surfaces("I went home.Then I slept")).containsExactly("I", "went", "home", "Then", "I", "slept");
    }

    @Test
    void aScriptWithoutSpacesHasItsWordsWithinAnEnglishText() {
        assertThat(surfaces("I say 我喜欢吃苹果 now")).containsExactly("I", "say", "我", "喜欢", "吃", "苹果", "now");
    }

    @Test
    void everyWordHasAPartOfSpeech() {
        assertThat(english.tokenize("The old man can quickly run, and Anna saw him in 2 parks"))
                .extracting(Token::partOfSpeech)
                .containsExactly(
                        PartOfSpeech.DET,
                        PartOfSpeech.ADJ,
                        PartOfSpeech.NOUN,
                        PartOfSpeech.AUX,
                        PartOfSpeech.ADV,
                        PartOfSpeech.VERB,
                        PartOfSpeech.CCONJ,
                        PartOfSpeech.PROPN,
                        PartOfSpeech.VERB,
                        PartOfSpeech.PRON,
                        PartOfSpeech.ADP,
                        PartOfSpeech.NOUN);
    }

    private List<String> lemmas(String text) {
        return english.tokenize(text).stream().map(Token::lemma).toList();
    }

    private List<String> surfaces(String text) {
        return english.tokenize(text).stream().map(Token::surface).toList();
    }
}
