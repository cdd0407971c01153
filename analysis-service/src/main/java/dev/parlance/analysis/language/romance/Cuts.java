package dev.parlance.analysis.language.romance;

import java.util.Arrays;

/// Where the words of a text stand, in order, and what stands before each of them. Filled by [Cutter] alone.
final class Cuts {
    private int[] starts;
    private int[] ends;
    private Before[] befores;
    private int size;

    /// What separates a word from the one before.
    enum Before {
        NOTHING,
        MARK,
        /// The begin of the text, a full stop, a colon, a line's end, an opening quotation mark.
        SENTENCE
    }

    Cuts(int textLength) {
        int expected = textLength / 5 + 4;
        starts = new int[expected];
        ends = new int[expected];
        befores = new Before[expected];
    }

    void add(int start, int end, Before before) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            befores = Arrays.copyOf(befores, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        befores[size] = before;
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

    boolean isAfterMark(int word) {
        return befores[word] != Before.NOTHING;
    }

    boolean beginsSentence(int word) {
        return befores[word] == Before.SENTENCE;
    }
}
