package dev.parlance.analysis.language.romance;

import java.util.Arrays;

/// The words of a text in order, with what separates each from the word before. Filled by [RomanceScanner] alone.
final class WordSpans {
    private int[] starts;
    private int[] ends;
    private Separator[] separators;
    private int size;

    /// What separates a word from the word before.
    enum Separator {
        NONE,
        MARK,
        /// The start of the text, or a mark after which a capital is no evidence of a name: a full stop, a colon,
        /// the end of a line, a quotation mark.
        SENTENCE_START
    }

    WordSpans(int textLength) {
        int expected = textLength / 5 + 4;
        starts = new int[expected];
        ends = new int[expected];
        separators = new Separator[expected];
    }

    void add(int start, int end, Separator before) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            separators = Arrays.copyOf(separators, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        separators[size] = before;
        size++;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    boolean followsMark(int word) {
        return separators[word] != Separator.NONE;
    }

    boolean beginsSentence(int word) {
        return separators[word] == Separator.SENTENCE_START;
    }
}
