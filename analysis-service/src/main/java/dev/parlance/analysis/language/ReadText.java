package dev.parlance.analysis.language;

import java.util.List;

/// A text taken apart.
///
/// @param language    primary subtag of the language that most of it is in; `und` where nobody can tell
/// @param confidence  0 to 1: how sure that is; 1 where the caller said so
/// @param words       in order, without overlap
/// @param sentences   those that hold a word, in order
/// @param provisional whether a stand-in has read it, because its language was not at hand
public record ReadText(
        String language, double confidence, List<Token> words, List<Sentence> sentences, boolean provisional) {
    public static final ReadText NOTHING = new ReadText(Languages.UNDETERMINED, 0, List.of(), List.of(), false);
}
