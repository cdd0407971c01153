package dev.parlance.analysis.reading;

import com.ibm.icu.text.Transliterator;

/// Words of other scripts in Latin letters, by the rules that Unicode's CLDR has for each script: Привет privet, γλώσσα
/// glṓssa. They follow the letters, so of Arabic and Hebrew, written without most vowels, they give the consonants.
final class Latin {
    private static final Transliterator ANY = Transliterator.getInstance("Any-Latin; NFC; Lower");

    private Latin() {}

    static Reading of(String word) {
        return Reading.latin(ANY.transliterate(word));
    }
}
