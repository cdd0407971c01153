package dev.parlance.analysis.language.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.LanguageCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The language of a text and of its parts, with and without a declared language.
class LanguageDetectionTest {
    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource({
        "en, I want to eat the",
        "it, Vorrei mangiare una mela rossa",
        "es, Quiero comer una manzana roja",
        "fr, Je voudrais manger une pomme",
        "de, Meine Schwester hat einen Hund",
        "pt, A minha irmã tem um cão",
        "ja, りんごをたべたい",
        "ja, 東京へ行く",
        "zh, 我想吃苹果",
        "ko, 사과를 먹고 싶어요",
        "sw, Ninapenda kusoma vitabu jioni",
        "tr, Bugün hava çok güzel",
        "el, Μου αρέσει να διαβάζω",
        "he, אני אוהב לקרוא ספרים"
    })
    void aFewWordsAreEnoughToDetectTheLanguage(String language, String text) {
        assertThat(languages.tokenize(text, null).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?!", "😀😀", "1234", "08/16/2000", "K", "=====", "e@x"})
    void aTextWithoutEvidenceIsInNoLanguage(String text) {
        assertThat(languages.tokenize(text, null).language()).isEqualTo(LanguageCode.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Is it \"il cane è dietro l'albero\" or not?, il cane è dietro l'albero, it",
        "en, Is it \"e dentro la scatola\"?, e dentro la scatola, it",
        "it, Come si dice \"where is the cat\" in italiano?, where is the cat, en",
        "ja, わたしは I love this song です。I love this song!, I love this song!, en",
        "sw, Habari! Je voudrais une pomme rouge., Je voudrais une pomme rouge., fr"
    })
    void aPartInAnotherLanguageIsTokenizedInIt(String declared, String text, String part, String language) {
        // When
        var words = languages.tokenize(text, declared).words();
        // Then
        int start = text.lastIndexOf(part);
        assertThat(words)
                .filteredOn(word -> word.start() >= start && word.end() <= start + part.length())
                .isNotEmpty()
                .allSatisfy(word -> assertThat(word.language()).isEqualTo(language));
        assertThat(words.getFirst().language()).isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Kristen Quinn was there with Maria Rossi.",
        "en, Welcome to the Villa Borghese!",
        "es, Estamos en la ciudad de Nueva York.",
        "it, Ho visto un film con Tom Hanks.",
        "rw, Ndashaka kurya umugati n'amazi.",
        "sw, Ninapenda kusoma vitabu jioni."
    })
    void namesAreNoEvidenceOfAnotherLanguage(String declared, String text) {
        assertThat(languages.tokenize(text, declared).words())
                .allSatisfy(word -> assertThat(word.language()).isEqualTo(declared));
    }

    @Test
    void aDeclaredLanguageIsCertainAndADetectedOneIsNot() {
        assertThat(languages.tokenize("Ciao!", "it").confidence()).isEqualTo(1);
        assertThat(languages.tokenize("Vorrei mangiare una mela rossa", null).confidence())
                .isGreaterThan(0.5)
                .isLessThan(1);
    }
}
