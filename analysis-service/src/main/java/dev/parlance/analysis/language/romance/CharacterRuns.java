package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.romance.WordSpans.Separator;
import java.util.Locale;
import java.util.Set;

/// Finds the ends of runs of characters without a space, which may hold several words, and classifies what separates
/// them.
final class CharacterRuns {
    private static final int MAX_ABBREVIATION_LENGTH = 4;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "etc", "ecc", "dr", "dra", "sr", "sra", "srta", "mr", "mrs", "st", "ste", "av", "prof", "dott", "sig");

    private CharacterRuns() {}

    /// One past the last letter, digit or mark of the run that starts here.
    static int findEnd(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!continues(c) && !joins(text, start, at)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean continues(int c) {
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    /// Whether the mark here is an apostrophe or a hyphen between letters, or the full stop of an initial, which may
    /// be two capitals (`EE.UU`).
    private static boolean joins(String text, int start, int at) {
        if (at == start || at + 1 >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (!Character.isLetterOrDigit(text.codePointAt(at + 1))) {
            return c == '.' && isHyphen(text.charAt(at + 1)) && isInitial(text, start, at); // J.-C.
        }
        if (isApostrophe(c) || isHyphen(c)) {
            return true;
        }
        return c == '.' && isInitial(text, start, at) && Character.isLetter(text.codePointAt(at + 1));
    }

    /// Whether one letter or two capitals precede the full stop.
    private static boolean isInitial(String text, int start, int fullStop) {
        int first = fullStop;
        while (first > start && text.charAt(first - 1) != '.' && !isHyphen(text.charAt(first - 1))) {
            first--;
        }
        return switch (fullStop - first) {
            case 1 -> Character.isLetter(text.charAt(first));
            case 2 -> Character.isUpperCase(text.charAt(first)) && Character.isUpperCase(text.charAt(fullStop - 1));
            default -> false;
        };
    }

    /// The end of the word with the full stop of an abbreviation (`sr.`) or of initials (`J.`, `EE.UU.`). Not of a
    /// single initial at the end of a sentence.
    static int includeFullStop(String text, int start, int end) {
        if (end >= text.length() || text.charAt(end) != '.') {
            return end;
        }
        if (isAbbreviation(text, start, end)) {
            return end + 1;
        }
        if (!isInitial(text, start, end)) {
            return end;
        }
        boolean otherFullStops = text.indexOf('.', start) < end;
        boolean sentenceContinues = end + 2 < text.length()
                && text.charAt(end + 1) == ' '
                && Character.isLetter(text.charAt(end + 2))
                && Character.isUpperCase(text.charAt(start));
        return otherFullStops || sentenceContinues ? end + 1 : end;
    }

    private static boolean isAbbreviation(String text, int start, int end) {
        return end - start <= MAX_ABBREVIATION_LENGTH
                && ABBREVIATIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '`' || c == '\u00B4' || c == '\u2018';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /// What separates the next word after this character.
    static Separator separatorAfter(String text, int at, int c, Separator before) {
        if (before == Separator.SENTENCE_START || Character.isSpaceChar(c) || c == '\t') {
            return before;
        }
        return switch (c) {
            case '.', '!', '?', '…', ':', ';', '\n', '\r', '"', '«', '“', '„', '¿', '¡', '(', '[', '*', '•', '–', '—' ->
                Separator.SENTENCE_START;
            default -> Separator.MARK;
        };
    }
}
