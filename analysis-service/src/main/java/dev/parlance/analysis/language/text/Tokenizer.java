package dev.parlance.analysis.language.text;

import java.util.List;

/// Finds the words of a text: the tokens that hold at least one letter, in order and without overlap.
///
/// Deterministic and safe for any number of threads. No text makes it throw; what it cannot analyze it leaves out.
/// Time is linear in the text's length.
public interface Tokenizer {
    List<Token> tokenize(String text);

    /// The words of a part of a text, with offsets in the whole text.
    ///
    /// @param start first UTF-16 code unit of the part
    /// @param end one past the last
    default List<Token> tokenize(String text, int start, int end) {
        List<Token> words = tokenize(text.substring(start, end));
        return start == 0
                ? words
                : words.stream().map(word -> word.shiftedBy(start)).toList();
    }

    /// As many as [#tokenize(String)] finds.
    default int countWords(String text) {
        return tokenize(text).size();
    }

    /// The frequency band of a word that this tokenizer found, 1 (most frequent) to 5; null if no source has the word.
    /// See `FrequencyBands`.
    default Integer frequencyBand(Token word) {
        return null;
    }
}
