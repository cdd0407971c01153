package dev.parlance.analysis.language;

import java.util.List;

/// Finds the words of a text: the tokens that hold at least one letter, in order and without overlap.
///
/// The same text always gives the same words, from any number of threads, and no text makes a reader throw:
/// what it cannot read it leaves out. The effort grows with the text's length, never faster.
public interface WordReader {
    List<Token> words(String text);

    /// How many words a text has: as many as [#words] finds.
    default int count(String text) {
        return words(text).size();
    }

    /// In which band of frequency a word that it has found is: 1, the most frequent, to 5; null where nothing tells.
    /// See [Bands].
    default Integer band(Token word) {
        return null;
    }
}
