package dev.parlance.analysis.language;

/// A word as it was used in a text, and what identifies it in every text.
///
/// @param language primary subtag of the language in which it was read
/// @param lemma with the language, the word's identity
/// @param display the form to show a person
/// @param surface the form as used: always `text.substring(start, end)`
/// @param partOfSpeech null where the reader cannot tell
/// @param kana how it is spoken here, in katakana; null where the reader cannot tell
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

    /// A word of which nothing else is known.
    public Token(String language, String lemma, String display, String surface, int start, int end) {
        this(language, lemma, display, surface, null, null, start, end);
    }

    /// The same word of a text that begins so much earlier.
    public Token after(int offset) {
        return new Token(language, lemma, display, surface, partOfSpeech, kana, start + offset, end + offset);
    }
}
