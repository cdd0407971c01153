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
        private final WordEnds wordEnds;
        /// Within 'single quotes', where an apostrophe after a word more likely closes them.
        private boolean quoted;
        /// Where the characters without a space between them end.
        private int end;

        Pass(String text, Pieces pieces) {
            this.text = text;
            this.pieces = pieces;
            this.wordEnds = new WordEnds(text, orthography);
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
                    next = wordEnds.of(at, end, quoted);
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
    }
}
