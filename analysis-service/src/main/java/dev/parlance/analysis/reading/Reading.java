package dev.parlance.analysis.reading;

/// How a word is read where it stands. What does not apply to it is null; all of it for a word in Latin
/// letters.
///
/// @param hiragana spelt as a dictionary spells it; は as a particle stays は
/// @param katakana the same in the other script
/// @param romaji modified Hepburn: long vowels with macrons (ō, ū), ei and ii in full, n' before vowels and y;
///     as spoken, so the particles は, へ and を are wa, e and o
/// @param pinyin with tone marks, in the tones of the dictionary (一 and 不 are yī and bù whatever follows)
/// @param latin any other script in Latin letters: Korean in Revised Romanization, others by transliteration
public record Reading(String hiragana, String katakana, String romaji, String pinyin, String latin) {
    static final Reading NONE = new Reading(null, null, null, null, null);

    static Reading pinyin(String pinyin) {
        return new Reading(null, null, null, pinyin, null);
    }

    static Reading latin(String latin) {
        return new Reading(null, null, null, null, latin);
    }
}
