package dev.parlance.analysis.language.text;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tokenizes by Unicode's word boundaries in the language's locale, with ICU's dictionaries for Chinese, Thai, Lao,
/// Khmer and Burmese.
///
/// An apostrophe or a full stop between letters stays inside a word (`don't`, `l'albero`, `e.g`), a hyphen does not
/// (`well`, `known`). The lemma is the case-folded form: `goes` and `go` are two words here.
public final class IcuTokenizer implements Tokenizer {
    private final BreakIterator prototype;
    private final CaseFolding caseFolding;
    private final String language;

    /// @param language a primary subtag; `und` for the rules of no locale
    public IcuTokenizer(String language) {
        var locale = Locale.forLanguageTag(language);
        this.prototype = BreakIterator.getWordInstance(locale);
        this.caseFolding = new CaseFolding(locale);
        this.language = language;
    }

    @Override
    public List<Token> tokenize(String text) {
        var boundaries = prototype.clone(); // an iterator has state: the prototype never gets a text
        boundaries.setText(text);
        var words = new ArrayList<Token>(text.length() / 5 + 1);
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            if (CharacterClasses.containsLetter(text, start, end)) {
                words.add(token(text.substring(start, end), start, end));
            }
        }
        return words;
    }

    @Override
    public int countWords(String text) {
        var boundaries = prototype.clone();
        boundaries.setText(text);
        int count = 0;
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            count += CharacterClasses.containsLetter(text, start, end) ? 1 : 0;
        }
        return count;
    }

    private Token token(String surface, int start, int end) {
        return caseFolding.isLowerCaseAscii(surface)
                ? new Token(language, surface, surface, surface, start, end)
                : new Token(language, caseFolding.fold(surface), caseFolding.lowerCase(surface), surface, start, end);
    }
}
