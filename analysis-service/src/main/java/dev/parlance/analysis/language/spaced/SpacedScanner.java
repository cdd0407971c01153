package dev.parlance.analysis.language.spaced;

import dev.parlance.analysis.language.tagging.TokenSpans;
import dev.parlance.analysis.language.text.CharacterClasses;

/// Splits a text of a language that writes spaces between words into words, numbers and marks, as the treebanks of
/// Universal Dependencies do.
///
/// An apostrophe between letters stays in the word (`don't`, `John's`, `O'Neill`); a hyphen only after a prefix
/// (`well|known`, `non-human`); a full stop in an abbreviation, in initials and between the parts of a name (`U.S.`,
/// `notes.txt`). An address is one word. Time is linear in the text's length.
public final class SpacedScanner {
    private final Orthography orthography;

    public SpacedScanner(Orthography orthography) {
        this.orthography = orthography;
    }

    TokenSpans scan(String text) {
        var spans = new TokenSpans(text);
        new Scan(text, spans).run();
        return spans;
    }

    /// One pass over one text.
    private final class Scan {
        private final String text;
        private final TokenSpans spans;
        private final TokenBoundaries boundaries;
        /// Within 'single quotes', where an apostrophe after a word more likely is the closing quote.
        private boolean quoted;
        /// The end of the current chunk: characters without a space between them.
        private int end;

        Scan(String text, TokenSpans spans) {
            this.text = text;
            this.spans = spans;
            this.boundaries = new TokenBoundaries(text, orthography);
        }

        void run() {
            for (int at = 0; at < text.length(); ) {
                char c = text.charAt(at);
                if (CharacterClasses.isSpace(c)) {
                    if (c == '\n') {
                        spans.endSentence();
                        quoted = false;
                    }
                    at++;
                } else {
                    end = at + 1;
                    while (end < text.length() && !CharacterClasses.isSpace(text.charAt(end))) {
                        end++;
                    }
                    scanChunk(at);
                    at = end;
                }
            }
        }

        private void scanChunk(int start) {
            int address = WebAddresses.findStart(text, start, end);
            int at = scanSpan(start, address < 0 ? end : address);
            if (address >= 0) {
                int addressEnd = WebAddresses.findEnd(text, address, end);
                add(address, addressEnd);
                at = scanSpan(addressEnd, end);
            }
            assert at == end;
        }

        private int scanSpan(int start, int stop) {
            int at = start;
            while (at < stop) {
                int next = unspacedEnd(at);
                if (next > at) {
                    spans.addUnspaced(at, next);
                } else {
                    next = boundaries.findEnd(at, end, quoted);
                    if (next > at) {
                        add(at, next);
                    } else {
                        next = markEnd(start, at);
                        addMark(start, at, next);
                    }
                }
                at = next;
            }
            return at;
        }

        private void add(int start, int next) {
            if (CharacterClasses.containsLetter(text, start, next)) {
                spans.addWord(start, next);
            } else {
                spans.addMark(start, next);
            }
        }

        private void addMark(int chunkStart, int start, int next) {
            spans.addMark(start, next);
            char c = text.charAt(start);
            if (c == '.' || c == '!' || c == '?' || c == '…') {
                spans.endSentence();
            } else if (CharacterClasses.isApostrophe(c)) {
                quoted = start == chunkStart && !quoted;
            }
        }

        /// A repeated mark is one token (`...`, `!!!`), so is an emoticon.
        private int markEnd(int chunkStart, int start) {
            int c = text.codePointAt(start);
            int at = start + Character.charCount(c);
            boolean afterWord = start > chunkStart && CharacterClasses.isWordCharacter(text.charAt(start - 1));
            int emoticon = afterWord ? start : Emoticons.findEnd(text, start, end);
            if (emoticon > start) {
                return emoticon;
            }
            while (at < end && text.codePointAt(at) == c) {
                at += Character.charCount(c);
            }
            return at;
        }

        private int unspacedEnd(int start) {
            int at = start;
            while (at < end && CharacterClasses.isUnspacedScript(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            return at;
        }
    }
}
