package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.romance.WordSpans.Separator;
import dev.parlance.analysis.language.romance.morphology.RomanceLanguage;
import dev.parlance.analysis.language.romance.morphology.RomanceMorphology;
import java.util.Locale;
import java.util.Set;

/// Splits a text into words in one pass over its characters.
///
/// A run is letters and digits with the marks between them: apostrophes, hyphens, the full stops of `EE.UU.`. Within
/// it an elided word ends at its apostrophe (`l'albero` is `l'` and `albero`); hyphens follow the language's
/// [HyphenRule][RomanceLanguage.HyphenRule].
final class RomanceScanner {
    private final Elisions elisions;
    private final RomanceMorphology morphology;
    private final RomanceLanguage language;
    private final Locale locale;

    RomanceScanner(RomanceLanguage language, RomanceMorphology morphology) {
        this.language = language;
        this.morphology = morphology;
        this.elisions = new Elisions(language, morphology);
        this.locale = Locale.forLanguageTag(language.code());
    }

    WordSpans scan(String text) {
        var spans = new WordSpans(text.length());
        Separator before = Separator.SENTENCE_START;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = CharacterRuns.findEnd(text, at);
                scanRun(text, at, end, before, spans);
                at = spans.end(spans.size() - 1);
                before = Separator.NONE;
            } else {
                before = CharacterRuns.separatorAfter(text, at, c, before);
                at += Character.charCount(c);
            }
        }
        return spans;
    }

    private void scanRun(String text, int from, int to, Separator before, WordSpans spans) {
        int start = from;
        Separator separator = before;
        int apostrophe = elisions.findEnd(text, start, to, separator);
        while (apostrophe > start) {
            spans.add(start, apostrophe, separator);
            separator = Separator.NONE;
            start = apostrophe;
            apostrophe = start < to ? elisions.findEnd(text, start, to, separator) : start;
        }
        if (start < to) {
            addHyphenated(text, start, CharacterRuns.includeFullStop(text, start, to), separator, spans);
        }
    }

    private void addHyphenated(String text, int from, int to, Separator before, WordSpans spans) {
        switch (language.hyphenRule()) {
            case KEEP -> spans.add(from, elisions.includeTrailingApostrophe(text, from, to), before);
            case SPLIT -> addParts(text, from, to, before, spans);
            case SPLIT_PRONOUNS -> splitPronouns(text, from, to, before, spans);
        }
    }

    private static void addParts(String text, int from, int to, Separator before, WordSpans spans) {
        int start = from;
        Separator separator = before;
        for (int at = from; at < to; at++) {
            if (CharacterRuns.isHyphen(text.charAt(at))) {
                spans.add(start, at, separator);
                separator = Separator.MARK;
                start = at + 1;
            }
        }
        spans.add(start, to, separator);
    }

    /// `donne-le-moi`: splits off the pronouns at the end if the dictionary has what precedes them.
    private void splitPronouns(String text, int from, int to, Separator before, WordSpans spans) {
        int hyphen = firstPronoun(text, from, to);
        spans.add(from, hyphen, before);
        int start = hyphen;
        while (start < to) {
            int end = INVERTED_T.contains(lower(text, start, nextHyphen(text, start + 1, to)))
                    ? nextHyphen(text, nextHyphen(text, start + 1, to) + 1, to)
                    : nextHyphen(text, start + 1, to);
            spans.add(start, end, Separator.NONE);
            start = end;
        }
    }

    private static final Set<String> INVERTED_T = Set.of("-t");
    private static final Set<String> PRONOUNS = Set.of(
            "-t", "-je", "-tu", "-il", "-elle", "-on", "-nous", "-vous", "-ils", "-elles", "-ce", "-moi", "-toi",
            "-lui", "-leur", "-le", "-la", "-les", "-y", "-en", "-ci", "-là");

    private int firstPronoun(String text, int from, int to) {
        int first = to;
        for (int at = to - 1; at > from; at--) {
            if (CharacterRuns.isHyphen(text.charAt(at))) {
                if (!PRONOUNS.contains(lower(text, at, first))) {
                    break;
                }
                first = at;
            }
        }
        boolean separable =
                first < to && !morphology.knows(lower(text, from, to)) && morphology.knows(lower(text, from, first));
        return separable ? first : to;
    }

    private static int nextHyphen(String text, int from, int to) {
        int at = from;
        while (at < to && !CharacterRuns.isHyphen(text.charAt(at))) {
            at++;
        }
        return Math.min(at, to);
    }

    private String lower(String text, int from, int to) {
        return text.substring(from, to)
                .toLowerCase(locale)
                .replace('\u2010', '-')
                .replace('\u2011', '-');
    }
}
