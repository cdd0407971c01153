package dev.parlance.analysis.language.spaced;

import dev.parlance.analysis.language.text.CharacterClasses;

/// Finds the ends of words for [SpacedScanner]: whether an apostrophe, a hyphen or a full stop joins, ends or
/// separates words.
final class TokenBoundaries {
    private final String text;
    private final Orthography orthography;
    /// The end of the current chunk: characters without a space between them.
    private int end;

    TokenBoundaries(String text, Orthography orthography) {
        this.text = text;
        this.orthography = orthography;
    }

    /// The end of the word or number that starts here.
    ///
    /// @param end    of the chunk: characters without a space between them
    /// @param quoted whether it is within 'single quotes', where an apostrophe after a word more likely is the
    ///     closing quote
    /// @return `start` if no word starts here
    int findEnd(int start, int end, boolean quoted) {
        this.end = end;
        int whole = wholeFormEnd(start);
        if (whole > start) {
            return whole;
        }
        boolean named = (text.charAt(start) == '#' || text.charAt(start) == '@') && isLetter(start + 1);
        if (!named && !Character.isLetterOrDigit(text.codePointAt(start))) {
            return start;
        }
        int at = start + Character.charCount(text.codePointAt(start));
        while (at < end) {
            int c = text.codePointAt(at);
            if (CharacterClasses.isUnspacedScript(c) || endsNumber(start, at)) {
                break;
            }
            if (CharacterClasses.isWordCharacter(c)) {
                at += Character.charCount(c);
            } else if (at + 1 < end && joins(start, at)) {
                at++;
            } else {
                break;
            }
        }
        return includeTrailingMark(start, at, quoted);
    }

    /// `5pm` is a number and a word, `5th` is one word.
    private boolean endsNumber(int start, int at) {
        return Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(start))
                && isLetter(at)
                && orthography.isUnit(text, at, wordCharactersEnd(at, at + orthography.maxFormLength()));
    }

    /// Whether the word continues after the mark at `at`.
    private boolean joins(int start, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        if (!CharacterClasses.isWordCharacter(before) || !CharacterClasses.isWordCharacter(after)) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '\'', '\u2019' -> joinsAtApostrophe(start, at);
            case '-', '\u2010', '\u2011' -> isLetter(at + 1) && orthography.isPrefix(text, start, at);
            case '.' -> joinsAtFullStop(start, at);
            case ',' -> Character.isDigit(before) && Character.isDigit(after);
            case '_', '+' -> true;
            case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
            default -> false;
        };
    }

    private boolean joinsAtApostrophe(int start, int at) {
        boolean isS = text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S';
        boolean atEnd = isS && wordCharactersEnd(at + 1, at + 3) == at + 2;
        return (isS || !Character.isDigit(text.charAt(at - 1)))
                && !(atEnd && orthography.isSplitBeforeS(text, start, at));
    }

    /// In initials (`U.S`), decimals (`3.5`), names of files and sites (`notes.txt`, `alt.pets.cats`); not where a
    /// space is missing after a sentence (`home.Then`).
    private boolean joinsAtFullStop(int start, int at) {
        int next = wordCharactersEnd(at + 1, end);
        boolean dotted =
                next + 1 < end && text.charAt(next) == '.' && CharacterClasses.isWordCharacter(text.charAt(next + 1));
        boolean digits = Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
        boolean initial = at - start == 1 || text.charAt(at - 2) == '.';
        return dotted
                || digits
                || (initial && next - at == 2)
                || text.lastIndexOf('.', at - 1) > start
                || WebAddresses.isDomainOrFileExtension(text, at + 1, next);
    }

    /// No further than `limit`: without it a text of combining marks alone would take quadratic time.
    private int wordCharactersEnd(int start, int limit) {
        int at = start;
        int stop = Math.min(limit, end);
        while (at < stop && CharacterClasses.isWordCharacter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The full stop of an abbreviation, the apostrophe of `dogs'` and `goin'`.
    private int includeTrailingMark(int start, int at, boolean quoted) {
        if (at == end) {
            return at;
        }
        char c = text.charAt(at);
        boolean abbreviated = c == '.'
                && (CharacterClasses.isInitials(text, start, at) || orthography.isAbbreviation(text, start, at + 1));
        boolean apostrophe =
                CharacterClasses.isApostrophe(c) && !quoted && orthography.endsInApostrophe(text, start, at);
        return abbreviated || apostrophe ? at + 1 : at;
    }

    /// Looks up only words with a mark within or before them.
    private int wholeFormEnd(int start) {
        int first = wordCharactersEnd(start, start + orthography.maxFormLength());
        if (first == end || first - start >= orthography.maxFormLength()) {
            return start;
        }
        for (int at = Math.min(end, start + orthography.maxFormLength()); at > first; at--) {
            boolean ends = at == end
                    || !CharacterClasses.isWordCharacter(text.charAt(at))
                    || !CharacterClasses.isWordCharacter(text.charAt(at - 1));
            if (ends && orthography.isWhole(text, start, at)) {
                return at;
            }
        }
        return start;
    }

    private boolean isLetter(int at) {
        return at < end && Character.isLetter(text.codePointAt(at));
    }
}
