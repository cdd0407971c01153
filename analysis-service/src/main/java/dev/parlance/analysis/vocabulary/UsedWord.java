package dev.parlance.analysis.vocabulary;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.Token;
import dev.parlance.contract.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A word as a turn holds it.
///
/// @param language the primary subtag
/// @param surface  as it was used first in the turn
/// @param firstUse whether this turn is the learner's first use of it
/// @param level    of the installation's word list, or null
/// @param start    of its first use in the text, in UTF-16 code units
/// @param end      of its first use in the text, exclusive
public record UsedWord(
        String language,
        String lemma,
        String display,
        String surface,
        int count,
        boolean firstUse,
        String level,
        int start,
        int end) {

    private record Identity(String language, String lemma) {}

    /// The words of a text, each once, in the order of their first use.
    ///
    /// @param language of words that were read without knowing theirs
    public static List<UsedWord> of(String language, List<Token> tokens) {
        Map<Identity, UsedWord> words = new LinkedHashMap<>();
        for (Token token : tokens) {
            String its = language(token, language);
            words.merge(new Identity(its, token.lemma()), of(its, token), (first, again) -> first.onceMore());
        }
        return new ArrayList<>(words.values());
    }

    /// The language by which a word of a text is identified.
    ///
    /// @param ofText the text's, for a word that was read without knowing its own
    public static String language(Token token, String ofText) {
        return token.language().equals(Languages.UNDETERMINED) ? ofText : token.language();
    }

    private static UsedWord of(String language, Token token) {
        return new UsedWord(
                language, token.lemma(), token.display(), token.surface(), 1, false, null, token.start(), token.end());
    }

    private UsedWord onceMore() {
        return new UsedWord(language, lemma, display, surface, count + 1, firstUse, level, start, end);
    }

    public WordKey key(Learner learner) {
        return new WordKey(learner, language, lemma);
    }

    public UsedWord withLevel(String found) {
        return new UsedWord(language, lemma, display, surface, count, firstUse, found, start, end);
    }

    public UsedWord withFirstUse(boolean isFirst) {
        return isFirst == firstUse
                ? this
                : new UsedWord(language, lemma, display, surface, count, isFirst, level, start, end);
    }
}
