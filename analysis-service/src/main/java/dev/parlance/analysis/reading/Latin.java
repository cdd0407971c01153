package dev.parlance.analysis.reading;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import dev.parlance.analysis.language.PartOfSpeech;
import dev.parlance.analysis.language.Token;

/// Words of other scripts in Latin letters: Korean by its sound ([RevisedRomanization]), all others by the
/// rules that Unicode's CLDR has for each script: Привет privet, γλώσσα glṓssa. Those follow the letters, so of
/// Arabic and Hebrew, written without most vowels, they give the consonants.
final class Latin {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Transliterator ANY = Transliterator.getInstance("Any-Latin; NFC; Lower");

    private Latin() {}

    static Reading of(Token word) {
        return Reading.latin(ANY.transliterate(word.surface()));
    }

    static Reading ofKorean(Token word) {
        boolean predicate = word.partOfSpeech() == PartOfSpeech.VERB
                || word.partOfSpeech() == PartOfSpeech.ADJ
                || word.partOfSpeech() == PartOfSpeech.AUX;
        String latin = RevisedRomanization.of(NFC.normalize(word.surface()), predicate);
        return Reading.latin(ANY.transliterate(latin)); // what else a Korean word may hold: ㅋㅋ, K리그
    }
}
