package dev.parlance.analysis.emotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// An English text as VADER takes it apart: at white space and around emoji, without the punctuation around a
/// word, unless an emoticon is made of it. The reader of words would not do: it drops `:-)` and cuts `uh-oh`.
///
/// @param words in order
/// @param mixed whether some words are in capitals and some are not: only then do capitals raise the voice
record EnglishText(List<Word> words, boolean mixed) {
    private static final int FIRST_EMOJI = 0x2600;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;

    /// @param lower in lower case, with ' for ’
    /// @param capitals whether it has a capital letter and no small one, as in `I`, `SO` and `:D`
    /// @param pauses whether punctuation follows it
    record Word(String lower, boolean capitals, boolean pauses, int start, int end) {}

    /// @param known whether it is a word as it stands, punctuation included: emoticons
    static EnglishText of(String text, Predicate<String> known) {
        var words = new ArrayList<Word>(text.length() / 5 + 1);
        int start = 0;
        int inCapitals = 0;
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            if (parts(c)) {
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

    private static boolean parts(int c) {
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
