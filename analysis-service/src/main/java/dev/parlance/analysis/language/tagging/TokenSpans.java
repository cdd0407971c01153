package dev.parlance.analysis.language.tagging;

import java.util.Arrays;

/// The tokens of a text in order, the input of a tagger: words, marks (numbers, punctuation and emoticons such as
/// `:P`) and runs of a script without spaces.
///
/// Not thread-safe while a scanner fills it.
public final class TokenSpans {
    private static final byte MARK_KIND = 0;
    private static final byte WORD_KIND = 1;
    private static final byte UNSPACED_KIND = 2;

    private final String text;
    private int[] bounds;
    private byte[] kinds;
    private boolean[] sentenceStarts;
    private int size;
    private boolean nextStartsSentence = true;

    public TokenSpans(String text) {
        this.text = text;
        int expected = text.length() / 4 + 4;
        this.bounds = new int[2 * expected];
        this.kinds = new byte[expected];
        this.sentenceStarts = new boolean[expected];
    }

    public void addWord(int start, int end) {
        add(start, end, WORD_KIND);
    }

    public void addMark(int start, int end) {
        add(start, end, MARK_KIND);
    }

    /// A run of a script that writes no spaces between words.
    public void addUnspaced(int start, int end) {
        add(start, end, UNSPACED_KIND);
    }

    /// The next token starts a sentence.
    public void endSentence() {
        nextStartsSentence = true;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return bounds[2 * token];
    }

    public int end(int token) {
        return bounds[2 * token + 1];
    }

    public boolean isWord(int token) {
        return kinds[token] == WORD_KIND;
    }

    public boolean isUnspaced(int token) {
        return kinds[token] == UNSPACED_KIND;
    }

    boolean startsSentence(int token) {
        return sentenceStarts[token];
    }

    public String surface(int token) {
        return text.substring(start(token), end(token));
    }

    private void add(int start, int end, byte kind) {
        if (size == kinds.length) {
            bounds = Arrays.copyOf(bounds, 4 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            sentenceStarts = Arrays.copyOf(sentenceStarts, 2 * size);
        }
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        kinds[size] = kind;
        sentenceStarts[size++] = nextStartsSentence;
        nextStartsSentence = false;
    }
}
