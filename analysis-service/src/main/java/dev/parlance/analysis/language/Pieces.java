package dev.parlance.analysis.language;

import java.util.Arrays;

/// A text cut at its spaces and marks: words, numbers and punctuation in order, as a tagger wants to see them.
///
/// A piece is a word if it holds a letter and is no emoticon (`:P`). Filled once by a [SpacedScanner], then only
/// read.
final class Pieces {
    private static final byte MARK = 0;
    private static final byte WORD = 1;
    private static final byte FOREIGN = 2;

    private final String text;
    private int[] bounds;
    private byte[] kinds;
    private boolean[] firsts;
    private int size;
    private boolean nextIsFirst = true;

    Pieces(String text) {
        this.text = text;
        int expected = text.length() / 4 + 4;
        this.bounds = new int[2 * expected];
        this.kinds = new byte[expected];
        this.firsts = new boolean[expected];
    }

    void word(int start, int end) {
        add(start, end, WORD);
    }

    void mark(int start, int end) {
        add(start, end, MARK);
    }

    /// A run of a script that is written without spaces.
    void foreign(int start, int end) {
        add(start, end, FOREIGN);
    }

    /// The next piece begins a sentence.
    void endSentence() {
        nextIsFirst = true;
    }

    int size() {
        return size;
    }

    int start(int piece) {
        return bounds[2 * piece];
    }

    int end(int piece) {
        return bounds[2 * piece + 1];
    }

    boolean isWord(int piece) {
        return kinds[piece] == WORD;
    }

    boolean isForeign(int piece) {
        return kinds[piece] == FOREIGN;
    }

    boolean isFirst(int piece) {
        return firsts[piece];
    }

    String surface(int piece) {
        return text.substring(start(piece), end(piece));
    }

    String text() {
        return text;
    }

    private void add(int start, int end, byte kind) {
        if (size == kinds.length) {
            bounds = Arrays.copyOf(bounds, 4 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
        }
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        kinds[size] = kind;
        firsts[size++] = nextIsFirst;
        nextIsFirst = false;
    }
}
