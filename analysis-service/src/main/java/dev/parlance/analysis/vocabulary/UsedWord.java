package dev.parlance.analysis.vocabulary;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.Token;
import dev.parlance.contract.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A word as a turn holds it.
///
/// @param language the primary subtag
/// @param surface  as it was used first in the turn
/// @param firstUse whether this turn is the learner's first use of it
/// @param level    of the installation's word list, or null
/// @param band     of frequency, 1 for the most frequent to 5; null where nothing tells, and in turns of before it
///     was looked up
/// @param start    of its first use in the text, in UTF-16 code units
/// @param end      of its first use in the text, exclusive
public record UsedWord(
        String language,
        String lemma,
        String display,
        String surface,
        int count,
        boolean firstUse,
        @JsonInclude(NON_NULL) String level,
        @JsonInclude(NON_NULL) Integer band,
        int start,
        int end) {

    private record Identity(String language, String lemma) {}

    /// The words of a text, each once, in the order of their first use.
    ///
    /// @param language of words that were read without knowing theirs
    /// @param bands    says in which band of frequency a word is
    public static List<UsedWord> of(String language, List<Token> tokens, Function<Token, Integer> bands) {
        Map<Identity, UsedWord> words = new LinkedHashMap<>();
        for (Token token : tokens) {
            String its = language(token, language);
            words.compute(
                    new Identity(its, token.lemma()),
                    (_, known) -> known == null ? of(its, token, bands.apply(token)) : known.onceMore());
        }
        return new ArrayList<>(words.values());
    }

    /// The language by which a word of a text is identified.
    ///
    /// @param ofText the text's, for a word that was read without knowing its own
    public static String language(Token token, String ofText) {
        return token.language().equals(Languages.UNDETERMINED) ? ofText : token.language();
    }

    private static UsedWord of(String language, Token token, Integer band) {
        return new UsedWord(
                language,
                token.lemma(),
                token.display(),
                token.surface(),
                1,
                false,
                null,
                band,
                token.start(),
                token.end());
    }

    private UsedWord onceMore() {
        return new UsedWord(language, lemma, display, surface, count + 1, firstUse, level, band, start, end);
    }

    public WordKey key(Learner learner) {
        return new WordKey(learner, language, lemma);
    }

    public UsedWord withLevel(String found) {
        return new UsedWord(language, lemma, display, surface, count, firstUse, found, band, start, end);
    }

    public UsedWord withFirstUse(boolean isFirst) {
        return isFirst == firstUse
                ? this
                : new UsedWord(language, lemma, display, surface, count, isFirst, level, band, start, end);
    }
}
