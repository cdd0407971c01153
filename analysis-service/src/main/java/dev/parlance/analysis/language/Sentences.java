package dev.parlance.analysis.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sentences of a text, by Unicode's rules and a few more.
///
/// The end of a line always ends a sentence. The stop of `Mr. Smith` ends none, nor does 「…。」 where と or って goes on
/// after it. In Japanese and Chinese … ends a sentence where white space follows (elsewhere it is a pause), and 。！？
/// do without any space. A full stop before a small letter ends none: `hi. i am here` is one sentence.
public final class Sentences {
    private static final BreakIterator ROOT = BreakIterator.getSentenceInstance(Locale.ROOT);
    private static final BreakIterator GREEK = BreakIterator.getSentenceInstance(Locale.forLanguageTag("el"));
    private static final Set<String> TITLES =
            Set.of("mr.", "mrs.", "ms.", "dr.", "prof.", "sr.", "sra.", "dott.", "sig.");
    private static final int LONGEST_TITLE = 5;

    private Sentences() {}

    /// The sentences that hold at least one word.
    ///
    /// @param words the words of the same text, in order
    public static List<Sentence> of(String text, String bcp47, List<Token> words) {
        int[] boundaries = boundaries(text, bcp47);
        var sentences = new ArrayList<Sentence>();
        int word = 0;
        for (int i = 1; i < boundaries.length; i++) {
            int first = word;
            while (word < words.size() && words.get(word).start() < boundaries[i]) {
                word++;
            }
            if (word > first) {
                sentences.add(trimmed(text, boundaries[i - 1], boundaries[i], word - first));
            }
        }
        return sentences;
    }

    /// Where sentences begin and end, white space included: 0, …, the text's length. Also those without words.
    public static int[] boundaries(String text, String bcp47) {
        String language = Languages.primarySubtag(bcp47);
        boolean pauses = language.equals("ja") || language.equals("zh");
        var iterator = (language.equals("el") ? GREEK : ROOT).clone();
        iterator.setText(text);
        int[] found = new int[text.length() + 1];
        int count = 1;
        int last = 0;
        for (int next = iterator.next(); next != BreakIterator.DONE; next = iterator.next()) {
            int end = beforeOpening(text, last, next);
            for (int at = last + 1; pauses && at < end; at++) {
                if (endsPause(text, at)) {
                    found[count++] = at;
                }
            }
            last = end;
            if (end == text.length() || !goesOn(text, end)) {
                found[count++] = end;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// Unicode gives every bracket and quotation mark after 。 to the sentence before, also one that opens the next.
    private static int beforeOpening(String text, int last, int next) {
        int end = next;
        while (next < text.length() && end - 1 > last && opens(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean opens(char c) {
        int type = Character.getType(c);
        return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }

    /// After the white space that follows an ellipsis.
    private static boolean endsPause(String text, int at) {
        if (isSpace(text.charAt(at)) || !isSpace(text.charAt(at - 1))) {
            return false;
        }
        int end = endOfInk(text, 0, at);
        return end > 0 && (text.charAt(end - 1) == '…' || text.charAt(end - 1) == '‥');
    }

    private static boolean goesOn(String text, int at) {
        char before = text.charAt(at - 1);
        if (before == '」' || before == '』') {
            return text.startsWith("と", at) || text.startsWith("って", at);
        }
        return at > 1 && before == ' ' && text.charAt(at - 2) == '.' && endsWithTitle(text, at - 1);
    }

    private static boolean endsWithTitle(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_TITLE && !isSpace(text.charAt(start - 1))) {
            start--;
        }
        return TITLES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static Sentence trimmed(String text, int from, int to, int words) {
        int start = from;
        while (start < to && isSpace(text.charAt(start))) {
            start++;
        }
        return new Sentence(start, endOfInk(text, start, to), words);
    }

    private static int endOfInk(String text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
