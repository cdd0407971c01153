package dev.parlance.analysis.reading;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;

/// Words of other scripts in Latin letters: Korean by its sound ([RevisedRomanization]), all others by the
/// rules that Unicode's CLDR has for each script: Привет privet, γλώσσα glṓssa. Those follow the letters, so of
/// Arabic and Hebrew, written without most vowels, they give the consonants.
final class LatinTransliteration {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Transliterator ANY_TO_LATIN = Transliterator.getInstance("Any-Latin; NFC; Lower");

    private LatinTransliteration() {}

    static Reading of(Token word) {
        return Reading.latin(ANY_TO_LATIN.transliterate(word.surface()));
    }

    static Reading ofKorean(Token word) {
        boolean predicate = word.partOfSpeech() == PartOfSpeech.VERB
                || word.partOfSpeech() == PartOfSpeech.ADJ
                || word.partOfSpeech() == PartOfSpeech.AUX;
        String latin = RevisedRomanization.of(NFC.normalize(word.surface()), predicate);
        return Reading.latin(ANY_TO_LATIN.transliterate(latin)); // what else a Korean word may hold: ㅋㅋ, K리그
    }
}
