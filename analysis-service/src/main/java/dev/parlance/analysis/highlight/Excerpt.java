package dev.parlance.analysis.highlight;

import com.ibm.icu.text.BreakIterator;
import dev.parlance.analysis.language.text.SentenceSplitter;
import java.util.Locale;

/// The sentence around a span of a text: at most 160 code points, with … where it was cut.
///
/// It is cut between grapheme clusters (an emoji with its skin tone, a letter with its accents), unless one alone is
/// longer than an excerpt. The time it takes does not depend on the length of the text.
public final class Excerpt {
    private static final int MAX_CODE_POINTS = 160;
    private static final String ELLIPSIS = "…";
    private static final BreakIterator CHARACTERS = BreakIterator.getCharacterInstance(Locale.ROOT);

    private Excerpt() {}

    /// @param start first UTF-16 code unit of the span, which is shown as far as it fits
    /// @param end one past the last
    public static String of(String text, int start, int end) {
        int from = back(text, start, MAX_CODE_POINTS, 0);
        int to = forward(text, start, MAX_CODE_POINTS + 1, text.length());
        String near = text.substring(from, to);
        return excerptOf(near, start - from, Math.min(end, to) - from);
    }

    private static String excerptOf(String near, int start, int end) {
        int[] sentence = sentenceAround(near, start, end);
        int first = sentence[0];
        int last = sentence[1];
        if (near.codePointCount(first, last) <= MAX_CODE_POINTS) {
            return near.substring(first, last);
        }
        int room = Math.max(0, MAX_CODE_POINTS - 2 * ELLIPSIS.length() - near.codePointCount(start, end));
        int before = near.codePointCount(first, start);
        int after = near.codePointCount(end, last);
        int left = Math.min(before, Math.max(room / 2, room - after));
        int begin = back(near, start, left, first);
        int finish = forward(near, end, room - left, last);
        if (near.codePointCount(begin, finish) > MAX_CODE_POINTS - 2 * ELLIPSIS.length()) {
            finish = forward(near, begin, MAX_CODE_POINTS - 2 * ELLIPSIS.length(), last);
        }
        begin = begin > first ? Math.min(start, wholeCharacterFrom(near, begin)) : begin;
        finish = finish < last ? Math.max(Math.min(end, finish), wholeCharacterUpTo(near, finish, begin)) : finish;
        return (begin > first ? ELLIPSIS : "")
                + near.substring(begin, finish).strip()
                + (finish < last ? ELLIPSIS : "");
    }

    /// A line's emoji after its last sentence are shown with that sentence.
    private static int[] sentenceAround(String near, int start, int end) {
        int previous = 0;
        int first = 0;
        int last = near.length();
        for (int boundary : SentenceSplitter.boundaries(near, null)) {
            if (boundary <= start) {
                previous = first;
                first = boundary;
            } else if (boundary >= end) {
                last = boundary;
                break;
            }
        }
        boolean sameLine = first > 0 && !endsLine(near.charAt(first - 1));
        if (sameLine && near.substring(first, last).codePoints().noneMatch(Character::isLetterOrDigit)) {
            first = previous;
        }
        while (first < start && isSpace(near.charAt(first))) {
            first++;
        }
        while (last > end && isSpace(near.charAt(last - 1))) {
            last--;
        }
        return new int[] {first, last};
    }

    private static int wholeCharacterFrom(String text, int at) {
        var characters = CHARACTERS.clone();
        characters.setText(text);
        return characters.isBoundary(at) ? at : characters.following(at);
    }

    private static int wholeCharacterUpTo(String text, int at, int begin) {
        var characters = CHARACTERS.clone();
        characters.setText(text);
        int boundary = characters.isBoundary(at) ? at : characters.preceding(at);
        return boundary > begin ? boundary : at;
    }

    private static int back(String text, int at, int codePoints, int bound) {
        int i = at;
        for (int n = 0; n < codePoints && i > bound; n++) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i;
    }

    private static int forward(String text, int at, int codePoints, int bound) {
        int i = at;
        for (int n = 0; n < codePoints && i < bound; n++) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
