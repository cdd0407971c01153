package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.romance.Cuts.Before;
import java.util.Locale;
import java.util.Set;

/// Cuts a text where its words begin and end, by one walk over its characters.
///
/// A word is a run of letters and digits, with what holds them together: an apostrophe or a hyphen between two, the
/// full stops of `EE.UU.`. Within such a run an elided word ends at its apostrophe (`l'albero` is `l'` and `albero`),
/// and what a hyphen does is the language's own.
final class Cutter {
    private final Elisions elisions;
    private final Vocabulary vocabulary;
    private final RomanceLanguage language;
    private final Locale locale;

    Cutter(RomanceLanguage language, Vocabulary vocabulary) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.elisions = new Elisions(language, vocabulary);
        this.locale = Locale.forLanguageTag(language.code());
    }

    Cuts cut(String text) {
        var cuts = new Cuts(text.length());
        Before before = Before.SENTENCE;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = Runs.end(text, at);
                run(text, at, end, before, cuts);
                at = cuts.end(cuts.size() - 1);
                before = Before.NOTHING;
            } else {
                before = Runs.after(text, at, c, before);
                at += Character.charCount(c);
            }
        }
        return cuts;
    }

    private void run(String text, int from, int to, Before before, Cuts cuts) {
        int start = from;
        Before separated = before;
        int apostrophe = elisions.end(text, start, to, separated);
        while (apostrophe > start) {
            cuts.add(start, apostrophe, separated);
            separated = Before.NOTHING;
            start = apostrophe;
            apostrophe = start < to ? elisions.end(text, start, to, separated) : start;
        }
        if (start < to) {
            hyphenated(text, start, Runs.withStop(text, start, to), separated, cuts);
        }
    }

    private void hyphenated(String text, int from, int to, Before before, Cuts cuts) {
        switch (language.hyphens()) {
            case HOLD -> cuts.add(from, elisions.withTrailing(text, from, to), before);
            case PART -> parted(text, from, to, before, cuts);
            case HOLD_BUT_PRONOUNS -> withoutPronouns(text, from, to, before, cuts);
        }
    }

    private static void parted(String text, int from, int to, Before before, Cuts cuts) {
        int start = from;
        Before separated = before;
        for (int at = from; at < to; at++) {
            if (Runs.isHyphen(text.charAt(at))) {
                cuts.add(start, at, separated);
                separated = Before.MARK;
                start = at + 1;
            }
        }
        cuts.add(start, to, separated);
    }

    /// `donne-le-moi`: from the end, as long as what is left is pronouns after a verb that stands alone.
    private void withoutPronouns(String text, int from, int to, Before before, Cuts cuts) {
        int hyphen = firstPronoun(text, from, to);
        cuts.add(from, hyphen, before);
        int start = hyphen;
        while (start < to) {
            int end = INVERTED_T.contains(lower(text, start, nextHyphen(text, start + 1, to)))
                    ? nextHyphen(text, nextHyphen(text, start + 1, to) + 1, to)
                    : nextHyphen(text, start + 1, to);
            cuts.add(start, end, Before.NOTHING);
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
            if (Runs.isHyphen(text.charAt(at))) {
                if (!PRONOUNS.contains(lower(text, at, first))) {
                    break;
                }
                first = at;
            }
        }
        boolean parts =
                first < to && !vocabulary.knows(lower(text, from, to)) && vocabulary.knows(lower(text, from, first));
        return parts ? first : to;
    }

    private static int nextHyphen(String text, int from, int to) {
        int at = from;
        while (at < to && !Runs.isHyphen(text.charAt(at))) {
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
