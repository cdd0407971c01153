package dev.parlance.analysis.emotion.vader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// An English text as VADER splits it: at white space and around emoji, without the punctuation around a word, unless
/// it is an emoticon. The tokenizer of the language package would not do: it drops `:-)` and splits `uh-oh`.
///
/// @param words in order
/// @param mixedCase whether some words are in capitals and some are not: only then do capitals emphasise
public record EnglishText(List<Word> words, boolean mixedCase) {
    private static final int FIRST_EMOJI = 0x2600;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    /// @param lower in lower case, with ' for ’
    /// @param capitals whether it has a capital letter and no small one, as in `I`, `SO` and `:D`
    /// @param beforePunctuation whether punctuation follows it
    public record Word(String lower, boolean capitals, boolean beforePunctuation, int start, int end) {}

    /// @param known whether it is a word as it stands, punctuation included: emoticons
    public static EnglishText of(String text, Predicate<String> known) {
        var words = new ArrayList<Word>(text.length() / 5 + 1);
        int start = 0;
        int inCapitals = 0;
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            if (isSeparator(c)) {
                if (i > start) {
                    var word = word(text, start, i, known);
                    words.add(word);
                    inCapitals += word.capitals() ? 1 : 0;
                }
                start = i + Character.charCount(c);
            }
            i += Character.charCount(c);
        }
        return new EnglishText(words, inCapitals > 0 && inCapitals < words.size());
    }

    private static boolean isSeparator(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == JOINER
                || c == EMOJI_PRESENTATION
                || (c >= FIRST_EMOJI && Character.getType(c) == Character.OTHER_SYMBOL);
    }

    private static Word word(String text, int start, int end, Predicate<String> known) {
        String whole = lower(text.substring(start, end));
        int first = start;
        int last = end;
        if (!known.test(whole)) {
            while (first < last && !Character.isLetterOrDigit(text.charAt(first))) {
                first++;
            }
            while (first < last && !Character.isLetterOrDigit(text.charAt(last - 1))) {
                last--;
            }
        }
        if (first == last || last - first == whole.length()) {
            return new Word(whole, capitals(text, start, end), false, start, end);
        }
        return new Word(lower(text.substring(first, last)), capitals(text, first, last), last < end, first, last);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private static boolean capitals(String text, int start, int end) {
        boolean capital = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }
}
