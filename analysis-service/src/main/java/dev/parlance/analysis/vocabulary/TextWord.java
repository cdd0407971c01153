package dev.parlance.analysis.vocabulary;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.LongWords;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.contract.id.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A word of a turn, however often it is used there. Stored as JSON.
///
/// @param language the primary subtag
/// @param surface  as it was used first in the turn; see [LongWords]
/// @param firstUse whether this turn is the learner's first use of it
/// @param level    of the installation's word list, or null
/// @param band     of frequency, 1 for the most frequent to 5; null where no data tells, and in turns stored before
///     bands were looked up
/// @param start    of its first use in the text, in UTF-16 code units
/// @param end      of its first use in the text, exclusive
public record TextWord(
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

    /// What identifies a word of a text.
    public record LanguageLemma(String language, String lemma) {
        /// @param languageOfText taken for a token that was read without knowing its own language
        public static LanguageLemma of(Token token, String languageOfText) {
            boolean unknown = token.language().equals(LanguageCode.UNDETERMINED);
            return new LanguageLemma(unknown ? languageOfText : token.language(), token.lemma());
        }
    }

    /// The words of a text, each once, in the order of their first use.
    ///
    /// @param languageOfText taken for a token that was read without knowing its own language
    /// @param bands          the frequency band of a word, or null
    public static List<TextWord> of(String languageOfText, List<Token> tokens, Function<Token, Integer> bands) {
        Map<LanguageLemma, TextWord> words = new LinkedHashMap<>();
        for (Token token : tokens) {
            words.compute(
                    LanguageLemma.of(token, languageOfText),
                    (key, known) -> known == null ? of(key.language(), token, bands.apply(token)) : known.plusOneUse());
        }
        return new ArrayList<>(words.values());
    }

    private static TextWord of(String language, Token token, Integer band) {
        return new TextWord(
                language,
                token.lemma(),
                token.display(),
                LongWords.shorten(token.surface()),
                1,
                false,
                null,
                band,
                token.start(),
                token.end());
    }

    private TextWord plusOneUse() {
        return new TextWord(language, lemma, display, surface, count + 1, firstUse, level, band, start, end);
    }

    public LanguageLemma languageLemma() {
        return new LanguageLemma(language, lemma);
    }

    public WordKey key(Learner learner) {
        return new WordKey(learner, language, lemma);
    }

    public TextWord withLevel(String found) {
        return new TextWord(language, lemma, display, surface, count, firstUse, found, band, start, end);
    }

    public TextWord withFirstUse(boolean isFirst) {
        return isFirst == firstUse
                ? this
                : new TextWord(language, lemma, display, surface, count, isFirst, level, band, start, end);
    }
}
