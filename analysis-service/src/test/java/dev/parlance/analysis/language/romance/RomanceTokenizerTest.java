package dev.parlance.analysis.language.romance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanceTokenizerTest {
    private static final Languages LANGUAGES = new Languages();

    @ParameterizedTest
    @CsvSource({
        "it, mangiavo, mangiare",
        "it, ragazze, ragazza",
        "it, bellissime, bello",
        "it, dammelo, dare",
        "it, salvarla, salvare",
        "es, hablábamos, hablar",
        "es, dámelo, dar",
        "es, diciéndole, decir",
        "es, luces, luz",
        "fr, mangeaient, manger",
        "fr, chevaux, cheval",
        "fr, politico-financières, politico-financier",
        "pt, falávamos, falar",
        "pt, fazê-lo, fazer",
        "pt, disse-me, dizer",
        "pt, dir-se-á, dizer",
        "pt, corações, coração"
    })
    void anInflectedFormHasItsLemma(String language, String form, String lemma) {
        assertThat(words(language, form)).extracting(Token::lemma).containsExactly(lemma);
    }

    @Test
    void anElidedWordIsAWordOfItsOwn() {
        assertThat(words("it", "L'albero dell’acqua, un'amica e quest'anno"))
                .extracting(Token::surface, Token::lemma, Token::start, Token::end)
                .containsExactly(
                        tuple("L'", "il", 0, 2),
                        tuple("albero", "albero", 2, 8),
                        tuple("dell’", "di", 9, 14),
                        tuple("acqua", "acqua", 14, 19),
                        tuple("un'", "uno", 21, 24),
                        tuple("amica", "amica", 24, 29),
                        tuple("e", "e", 30, 31),
                        tuple("quest'", "questo", 32, 38),
                        tuple("anno", "anno", 38, 42));
        assertThat(surfaces("fr", "Qu'il s’est dit jusqu'à aujourd'hui"))
                .containsExactly("Qu'", "il", "s’", "est", "dit", "jusqu'", "à", "aujourd'hui");
    }

    @Test
    void aSpaceAfterAnApostropheChangesNothing() {
        assertThat(surfaces("it", "l' albero")).containsExactly("l'", "albero");
        assertThat(surfaces("fr", "qu' il")).containsExactly("qu'", "il");
    }

    @Test
    void quotationMarksAreNoApostrophes() {
        assertThat(surfaces("it", "ha detto 'ciao' e 'basta'")).containsExactly("ha", "detto", "ciao", "e", "basta");
        assertThat(surfaces("fr", "le mot 'oui'")).containsExactly("le", "mot", "oui");
    }

    @Test
    void aNameKeepsItsApostrophe() {
        assertThat(surfaces("it", "ho visto D'Alema e O'Neill"))
                .containsExactly("ho", "visto", "D'Alema", "e", "O'Neill");
        assertThat(surfaces("es", "el señor O'Brien")).containsExactly("el", "señor", "O'Brien");
    }

    @Test
    void frenchPronounsAreSplitFromTheVerbBeforeThem() {
        assertThat(words("fr", "Donne-le-moi ! A-t-il mangé ? Peut-être."))
                .extracting(Token::surface, Token::lemma)
                .containsExactly(
                        tuple("Donne", "donner"),
                        tuple("-le", "lui"),
                        tuple("-moi", "moi"),
                        tuple("A", "avoir"),
                        tuple("-t-il", "lui"),
                        tuple("mangé", "manger"),
                        tuple("Peut-être", "peut-être"));
    }

    @Test
    void aPrepositionAndItsArticleAreOneWord() {
        assertThat(words("it", "nella casa")).extracting(Token::lemma).containsExactly("in", "casa");
        assertThat(words("fr", "au marché")).extracting(Token::lemma).containsExactly("à", "marché");
        assertThat(words("es", "al mercado")).extracting(Token::lemma).containsExactly("a", "mercado");
        assertThat(words("pt", "no mercado")).extracting(Token::lemma).containsExactly("em", "mercado");
    }

    @Test
    void theContextDecidesBetweenLemmas() {
        assertThat(words("fr", "j'ai mangé"))
                .extracting(Token::lemma, Token::partOfSpeech)
                .containsExactly(
                        tuple("moi", PartOfSpeech.PRON),
                        tuple("avoir", PartOfSpeech.AUX),
                        tuple("manger", PartOfSpeech.VERB));
        assertThat(lemmas("fr", "il porte la porte")).containsExactly("lui", "porter", "le", "porte");
        assertThat(lemmas("es", "yo trabajo en un trabajo")).containsExactly("yo", "trabajar", "en", "uno", "trabajo");
        assertThat(lemmas("it", "lui parla e la porta è aperta"))
                .startsWith("lui", "parlare", "e", "il", "porta", "essere");
        assertThat(lemmas("pt", "eu canto um canto")).containsExactly("eu", "cantar", "um", "canto");
    }

    @Test
    void aVerbIsAnAuxiliaryOnlyBeforeAnotherVerb() {
        assertThat(words("it", "ho già mangiato ma ho fame"))
                .filteredOn(word -> word.lemma().equals("avere"))
                .extracting(Token::partOfSpeech)
                .containsExactly(PartOfSpeech.AUX, PartOfSpeech.VERB);
        assertThat(words("it", "devo andare e devo dieci euro"))
                .filteredOn(word -> word.lemma().equals("dovere"))
                .extracting(Token::partOfSpeech)
                .containsExactly(PartOfSpeech.AUX, PartOfSpeech.VERB);
    }

    @Test
    void missingAccentsAreRestored() {
        assertThat(lemmas("it", "la citta è bella perche la universita' e' grande"))
                .containsExactly("il", "città", "essere", "bello", "perché", "il", "università", "essere", "grande");
        assertThat(lemmas("fr", "c'etait tres joli")).containsExactly("ce", "être", "très", "joli");
        assertThat(lemmas("es", "el pajaro pequeno")).containsExactly("el", "pájaro", "pequeño");
    }

    @Test
    void anInventedWordHasALemma() {
        assertThat(words("it", "lei era terrozzata e lui la picciava"))
                .extracting(Token::lemma)
                .contains("picciare")
                .containsAnyOf("terrozzare", "terrozzato");
    }

    @Test
    void aCapitalWithinASentenceMakesAName() {
        assertThat(words("it", "Ieri ho visto Rosa a Parigi"))
                .filteredOn(word -> word.partOfSpeech() == PartOfSpeech.PROPN)
                .extracting(Token::lemma, Token::display)
                .containsExactly(tuple("rosa", "Rosa"), tuple("parigi", "Parigi"));
        assertThat(words("it", "Mele rosse per te").getFirst().partOfSpeech()).isEqualTo(PartOfSpeech.NOUN);
    }

    @Test
    void aTextInCapitalsHasTheLemmasOfOneInLowerCase() {
        assertThat(lemmas("it", "LA RAGAZZA MANGIA")).containsExactly("il", "ragazza", "mangiare");
    }

    @Test
    void otherScriptsAreTokenizedByUnicodesRules() {
        assertThat(words("it", "dico привет e 東京"))
                .extracting(Token::surface, Token::start)
                .contains(tuple("привет", 5), tuple("e", 12));
    }

    @Test
    void composedAndDecomposedFormsAreTheSameWord() {
        // Given
        String apart = java.text.Normalizer.normalize("perché l'università", java.text.Normalizer.Form.NFD);
        // When
        var words = words("it", apart);
        // Then
        assertThat(words).extracting(Token::lemma).containsExactly("perché", "il", "università");
        assertThat(words.getFirst().surface()).isEqualTo(apart.substring(0, 7));
    }

    @Test
    void aFullStopWithoutASpaceEndsAWord() {
        assertThat(surfaces("it", "andiamo a casa.poi mangiamo")).contains("casa", "poi");
        assertThat(surfaces("es", "en EE.UU. y J. Pérez")).containsExactly("en", "EE.UU.", "y", "J.", "Pérez");
    }

    private static List<Token> words(String language, String text) {
        return LANGUAGES.tokenizerFor(language).tokenize(text);
    }

    private static List<String> lemmas(String language, String text) {
        return words(language, text).stream().map(Token::lemma).toList();
    }

    private static List<String> surfaces(String language, String text) {
        return words(language, text).stream().map(Token::surface).toList();
    }
}
