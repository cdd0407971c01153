package dev.parlance.analysis.language;

/// Where the words of one text end, of a language that writes spaces between them: what an apostrophe, a hyphen or a
/// stop does in its middle and at its end, as [SpacedScanner] has it.
final class WordEnds {
    private final String text;
    private final Orthography orthography;
    /// Where the characters without a space between them end.
    private int end;

    WordEnds(String text, Orthography orthography) {
        this.text = text;
        this.orthography = orthography;
    }

    /// @param start  where a word, a number or something else begins
    /// @param end    of the characters without a space between them
    /// @param quoted whether it stands within 'single quotes', where an apostrophe after a word more likely closes
    ///     them
    /// @return `start` where no word begins
    int of(int start, int end, boolean quoted) {
        this.end = end;
        int whole = wholeEnd(start);
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
            if (Letters.isWithoutSpaces(c) || endsNumber(start, at)) {
                break;
            }
            if (Letters.isWordly(c)) {
                at += Character.charCount(c);
            } else if (at + 1 < end && joins(start, at)) {
                at++;
            } else {
                break;
            }
        }
        return withTrailing(start, at, quoted);
    }

    /// `5pm` is a number and a word, `5th` is one.
    private boolean endsNumber(int start, int at) {
        return Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(start))
                && isLetter(at)
                && orthography.isUnit(text, at, wordlyEnd(at, at + orthography.longest()));
    }

    /// Whether the word goes on behind the mark at `at`.
    private boolean joins(int start, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        if (!Letters.isWordly(before) || !Letters.isWordly(after)) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '\'', '\u2019' -> joinsAtApostrophe(start, at);
            case '-', '\u2010', '\u2011' -> isLetter(at + 1) && orthography.isPrefix(text, start, at);
            case '.' -> joinsAtStop(start, at);
            case ',' -> Character.isDigit(before) && Character.isDigit(after);
            case '_', '+' -> true;
            case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
            default -> false;
        };
    }

    private boolean joinsAtApostrophe(int start, int at) {
        boolean s = text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S';
        boolean atEnd = s && wordlyEnd(at + 1, at + 3) == at + 2;
        return (s || !Character.isDigit(text.charAt(at - 1))) && !(atEnd && orthography.isCutFromS(text, start, at));
    }

    /// Initials (`U.S`), decimals (`3.5`), names of files and sites (`notes.txt`, `alt.pets.cats`); not the
    /// stop after which a space was forgotten (`home.Then`).
    private boolean joinsAtStop(int start, int at) {
        int next = wordlyEnd(at + 1, end);
        boolean dotted = next + 1 < end && text.charAt(next) == '.' && Letters.isWordly(text.charAt(next + 1));
        boolean digits = Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
        boolean initial = at - start == 1 || text.charAt(at - 2) == '.';
        return dotted
                || digits
                || (initial && next - at == 2)
                || text.lastIndexOf('.', at - 1) > start
                || Addresses.isEnding(text, at + 1, next);
    }

    /// No further than `limit`: a text of accents alone would be read to its end from each of them.
    private int wordlyEnd(int start, int limit) {
        int at = start;
        int stop = Math.min(limit, end);
        while (at < stop && Letters.isWordly(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The stop of an abbreviation, the apostrophe of `dogs'` and `goin'`.
    private int withTrailing(int start, int at, boolean quoted) {
        if (at == end) {
            return at;
        }
        char c = text.charAt(at);
        boolean abbreviated =
                c == '.' && (Letters.areInitials(text, start, at) || orthography.isAbbreviation(text, start, at + 1));
        boolean apostrophe = Letters.isApostrophe(c) && !quoted && orthography.endsInApostrophe(text, start, at);
        return abbreviated || apostrophe ? at + 1 : at;
    }

    /// Only a word that has a mark within or before it is looked up.
    private int wholeEnd(int start) {
        int first = wordlyEnd(start, start + orthography.longest());
        if (first == end || first - start >= orthography.longest()) {
            return start;
        }
        for (int at = Math.min(end, start + orthography.longest()); at > first; at--) {
            boolean ends = at == end || !Letters.isWordly(text.charAt(at)) || !Letters.isWordly(text.charAt(at - 1));
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
