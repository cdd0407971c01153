package dev.parlance.analysis.language.text;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits a text into sentences, by Unicode's rules and a few more.
///
/// The end of a line always ends a sentence. The full stop of `Mr. Smith` does not, nor does 「…。」 before と or って. In
/// Japanese and Chinese, … ends a sentence before white space (elsewhere it is a pause), and 。！？ need no space after
/// them. A full stop before a lower-case letter ends none: `hi. i am here` is one sentence.
public final class SentenceSplitter {
    private static final BreakIterator ROOT = BreakIterator.getSentenceInstance(Locale.ROOT);
    private static final BreakIterator GREEK = BreakIterator.getSentenceInstance(Locale.forLanguageTag("el"));
    private static final Set<String> TITLES =
            Set.of("mr.", "mrs.", "ms.", "dr.", "prof.", "sr.", "sra.", "dott.", "sig.");
    private static final int MAX_TITLE_LENGTH = 5;

    private SentenceSplitter() {}

    /// The sentences that hold at least one word.
    ///
    /// @param boundaries of the same text, see [#boundaries]
    /// @param words the words of the same text, in order
    public static List<Sentence> split(String text, int[] boundaries, List<Token> words) {
        var sentences = new ArrayList<Sentence>();
        int word = 0;
        for (int i = 1; i < boundaries.length; i++) {
            int first = word;
            while (word < words.size() && words.get(word).start() < boundaries[i]) {
                word++;
            }
            if (word > first) {
                sentences.add(trimmedSentence(text, boundaries[i - 1], boundaries[i], word - first));
            }
        }
        return sentences;
    }

    /// The offsets where sentences start and end, with the white space after them: 0, …, the text's length. Sentences
    /// without words are included. Costs a pass of ICU's break iterator: compute it once per text.
    public static int[] boundaries(String text, String bcp47) {
        String language = LanguageCode.primarySubtag(bcp47);
        boolean ellipsisEndsSentence = language.equals("ja") || language.equals("zh");
        var iterator = (language.equals("el") ? GREEK : ROOT).clone();
        iterator.setText(text);
        int[] boundaries = new int[text.length() + 1];
        int count = 1;
        int last = 0;
        for (int next = iterator.next(); next != BreakIterator.DONE; next = iterator.next()) {
            int end = moveBeforeOpeningMark(text, last, next);
            for (int at = last + 1; ellipsisEndsSentence && at < end; at++) {
                if (endsEllipsisPause(text, at)) {
                    boundaries[count++] = at;
                }
            }
            last = end;
            if (end == text.length() || !continuesAfter(text, end)) {
                boundaries[count++] = end;
            }
        }
        return Arrays.copyOf(boundaries, count);
    }

    /// Unicode's rules leave an opening bracket or quotation mark after 。 in the sentence before it.
    private static int moveBeforeOpeningMark(String text, int last, int next) {
        int end = next;
        while (next < text.length() && end - 1 > last && isOpeningMark(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isOpeningMark(char c) {
        int type = Character.getType(c);
        return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }

    /// Whether an ellipsis and white space end here.
    private static boolean endsEllipsisPause(String text, int at) {
        if (CharacterClasses.isSpace(text.charAt(at)) || !CharacterClasses.isSpace(text.charAt(at - 1))) {
            return false;
        }
        int end = trimmedEnd(text, 0, at);
        return end > 0 && (text.charAt(end - 1) == '…' || text.charAt(end - 1) == '‥');
    }

    private static boolean continuesAfter(String text, int at) {
        char before = text.charAt(at - 1);
        if (before == '」' || before == '』') {
            return text.startsWith("と", at) || text.startsWith("って", at);
        }
        return at > 1 && before == ' ' && text.charAt(at - 2) == '.' && endsWithTitle(text, at - 1);
    }

    private static boolean endsWithTitle(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= MAX_TITLE_LENGTH && !CharacterClasses.isSpace(text.charAt(start - 1))) {
            start--;
        }
        return TITLES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static Sentence trimmedSentence(String text, int from, int to, int words) {
        int start = from;
        while (start < to && CharacterClasses.isSpace(text.charAt(start))) {
            start++;
        }
        return new Sentence(start, trimmedEnd(text, start, to), words);
    }

    private static int trimmedEnd(String text, int from, int to) {
        int end = to;
        while (end > from && CharacterClasses.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
