package dev.parlance.analysis.language;

/// Cuts a text of a language that writes spaces between words into words, numbers and marks, as the treebanks of
/// Universal Dependencies do.
///
/// An apostrophe between letters stays in the word (`don't`, `John's`, `O'Neill`), a hyphen does not unless a
/// prefix stands before it (`well|known`, `non-human`); a stop stays in an abbreviation, in initials and between
/// the parts of a name (`U.S.`, `notes.txt`). Addresses are one word. The effort is linear in the text's length.
final class SpacedScanner {
    private final Orthography orthography;

    SpacedScanner(Orthography orthography) {
        this.orthography = orthography;
    }

    Pieces pieces(String text) {
        var pieces = new Pieces(text);
        new Pass(text, pieces).run();
        return pieces;
    }

    /// One way through one text.
    private final class Pass {
        private final String text;
        private final Pieces pieces;
        /// Within 'single quotes', where an apostrophe after a word more likely closes them.
        private boolean quoted;
        /// Where the characters without a space between them end.
        private int end;

        Pass(String text, Pieces pieces) {
            this.text = text;
            this.pieces = pieces;
        }

        void run() {
            for (int at = 0; at < text.length(); ) {
                char c = text.charAt(at);
                if (Letters.isSpace(c)) {
                    if (c == '\n') {
                        pieces.endSentence();
                        quoted = false;
                    }
                    at++;
                } else {
                    end = at + 1;
                    while (end < text.length() && !Letters.isSpace(text.charAt(end))) {
                        end++;
                    }
                    chunk(at);
                    at = end;
                }
            }
        }

        private void chunk(int start) {
            int address = Addresses.start(text, start, end);
            int at = cut(start, address < 0 ? end : address);
            if (address >= 0) {
                int last = Addresses.end(text, address, end);
                add(address, last);
                at = cut(last, end);
            }
            assert at == end;
        }

        private int cut(int start, int stop) {
            int at = start;
            while (at < stop) {
                int next = foreignEnd(at);
                if (next > at) {
                    pieces.foreign(at, next);
                } else {
                    next = wordEnd(at);
                    if (next > at) {
                        add(at, next);
                    } else {
                        next = markEnd(start, at);
                        mark(start, at, next);
                    }
                }
                at = next;
            }
            return at;
        }

        private void add(int start, int next) {
            if (Letters.in(text, start, next)) {
                pieces.word(start, next);
            } else {
                pieces.mark(start, next);
            }
        }

        private void mark(int chunk, int start, int next) {
            pieces.mark(start, next);
            char c = text.charAt(start);
            if (c == '.' || c == '!' || c == '?' || c == '…') {
                pieces.endSentence();
            } else if (Letters.isApostrophe(c)) {
                quoted = start == chunk && !quoted;
            }
        }

        /// The same mark again and again is one (`...`, `!!!`); so is an emoticon.
        private int markEnd(int chunk, int start) {
            int c = text.codePointAt(start);
            int at = start + Character.charCount(c);
            boolean free = start == chunk || !Letters.isWordly(text.charAt(start - 1));
            int emoticon = free ? Emoticons.end(text, start, end) : start;
            if (emoticon > start) {
                return emoticon;
            }
            while (at < end && text.codePointAt(at) == c) {
                at += Character.charCount(c);
            }
            return at;
        }

        private int foreignEnd(int start) {
            int at = start;
            while (at < end && Letters.isWithoutSpaces(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            return at;
        }

        private int wordEnd(int start) {
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
            return withTrailing(start, at);
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
            return (s || !Character.isDigit(text.charAt(at - 1)))
                    && !(atEnd && orthography.isCutFromS(text, start, at));
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
        private int withTrailing(int start, int at) {
            if (at == end) {
                return at;
            }
            char c = text.charAt(at);
            boolean abbreviated = c == '.'
                    && (Letters.areInitials(text, start, at) || orthography.isAbbreviation(text, start, at + 1));
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
                boolean ends =
                        at == end || !Letters.isWordly(text.charAt(at)) || !Letters.isWordly(text.charAt(at - 1));
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
}
