package dev.parlance.analysis.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words by Unicode's boundaries in the language's locale, with dictionaries for Chinese, Thai, Lao, Khmer and
/// Burmese.
///
/// An apostrophe or a full stop between letters stays inside a word (`don't`, `l'albero`, `e.g`), a hyphen does not
/// (`well`, `known`). Words are told apart by case folding alone: `goes` and `go` are two words here.
final class IcuWords implements WordReader {
    private final BreakIterator prototype;
    private final Casing casing;
    private final String language;

    /// @param language a primary subtag; `und` for Unicode's plain rules
    IcuWords(String language) {
        var locale = Locale.forLanguageTag(language);
        this.prototype = BreakIterator.getWordInstance(locale);
        this.casing = new Casing(locale);
        this.language = language;
    }

    @Override
    public List<Token> words(String text) {
        var boundaries = prototype.clone(); // an iterator holds its text: the prototype never gets one
        boundaries.setText(text);
        var words = new ArrayList<Token>(text.length() / 5 + 1);
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            if (Letters.in(text, start, end)) {
                words.add(word(text.substring(start, end), start, end));
            }
        }
        return words;
    }

    @Override
    public int count(String text) {
        var boundaries = prototype.clone();
        boundaries.setText(text);
        int count = 0;
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            count += Letters.in(text, start, end) ? 1 : 0;
        }
        return count;
    }

    private Token word(String surface, int start, int end) {
        return casing.isPlain(surface)
                ? new Token(language, surface, surface, surface, start, end)
                : new Token(language, casing.lemma(surface), casing.display(surface), surface, start, end);
    }
}
