package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.romance.Cuts.Before;
import java.util.Locale;
import java.util.Set;

/// Runs of characters that may hold more than one word but no space: where they end, and what stands between them.
final class Runs {
    private static final int LONGEST_ABBREVIATION = 4;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "etc", "ecc", "dr", "dra", "sr", "sra", "srta", "mr", "mrs", "st", "ste", "av", "prof", "dott", "sig");

    private Runs() {}

    /// One past the last letter, digit or mark that belongs to the run which begins here.
    static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!continues(c) && !holds(text, start, at)) {
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

    /// An apostrophe or a hyphen between two letters, the full stop after a single one (`EE.UU` is two pairs).
    private static boolean holds(String text, int start, int at) {
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

    /// Whether the letters before the full stop are at most two capitals or one small letter.
    private static boolean isInitial(String text, int start, int stop) {
        int first = stop;
        while (first > start && text.charAt(first - 1) != '.' && !isHyphen(text.charAt(first - 1))) {
            first--;
        }
        return switch (stop - first) {
            case 1 -> Character.isLetter(text.charAt(first));
            case 2 -> Character.isUpperCase(text.charAt(first)) && Character.isUpperCase(text.charAt(stop - 1));
            default -> false;
        };
    }

    /// With the full stop of an abbreviation that is known by its shape: `J.`, `EE.UU.`, but not the last word of a
    /// sentence, unless it has other full stops.
    static int withStop(String text, int start, int end) {
        if (end >= text.length() || text.charAt(end) != '.') {
            return end;
        }
        if (isAbbreviation(text, start, end)) {
            return end + 1;
        }
        if (!isInitial(text, start, end)) {
            return end;
        }
        boolean others = text.indexOf('.', start) < end;
        boolean goesOn = end + 2 < text.length()
                && text.charAt(end + 1) == ' '
                && Character.isLetter(text.charAt(end + 2))
                && Character.isUpperCase(text.charAt(start));
        return others || goesOn ? end + 1 : end;
    }

    private static boolean isAbbreviation(String text, int start, int end) {
        return end - start <= LONGEST_ABBREVIATION
                && ABBREVIATIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '`' || c == '\u00B4' || c == '\u2018';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /// What separates the next word once this character has been passed.
    static Before after(String text, int at, int c, Before before) {
        if (before == Before.SENTENCE || Character.isSpaceChar(c) || c == '\t') {
            return before;
        }
        return switch (c) {
            case '.', '!', '?', '…', ':', ';', '\n', '\r', '"', '«', '“', '„', '¿', '¡', '(', '[', '*', '•', '–', '—' ->
                Before.SENTENCE;
            default -> Before.MARK;
        };
    }
}
