package dev.parlance.analysis.language.text;

/// A word of a text: where it stands, and the lemma that identifies it in every text.
///
/// @param language primary subtag of the language whose tokenizer found it
/// @param lemma with the language, the word's identity; see [LongWords]
/// @param display the dictionary form to show; see [LongWords]
/// @param surface the form in the text: always `text.substring(start, end)`
/// @param partOfSpeech null if unknown
/// @param kana the pronunciation in this context, in katakana; null if unknown
/// @param start first UTF-16 code unit in the text
/// @param end one past the last
public record Token(
        String language,
        String lemma,
        String display,
        String surface,
        PartOfSpeech partOfSpeech,
        String kana,
        int start,
        int end) {

    /// A word without part of speech and pronunciation.
    public Token(String language, String lemma, String display, String surface, int start, int end) {
        this(language, lemma, display, surface, null, null, start, end);
    }

    /// The same word with both offsets increased.
    public Token shiftedBy(int offset) {
        return new Token(language, lemma, display, surface, partOfSpeech, kana, start + offset, end + offset);
    }
}
