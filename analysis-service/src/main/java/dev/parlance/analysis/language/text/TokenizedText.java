package dev.parlance.analysis.language.text;

import java.util.List;

/// A text with its words and sentences.
///
/// @param language    primary subtag of the text's main language; `und` if unknown
/// @param confidence  of the language, 0 to 1; 1 where the caller declared it
/// @param words       in order, without overlap
/// @param sentences   those that hold a word, in order
/// @param provisional whether a fallback tokenized a part of it, because its language was not loaded
public record TokenizedText(
        String language, double confidence, List<Token> words, List<Sentence> sentences, boolean provisional) {
    public static final TokenizedText EMPTY =
            new TokenizedText(LanguageCode.UNDETERMINED, 0, List.of(), List.of(), false);
}
