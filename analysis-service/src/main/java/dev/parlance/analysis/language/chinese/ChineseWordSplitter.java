package dev.parlance.analysis.language.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import dev.parlance.analysis.language.chinese.ChineseSegmenter.TaggedSpan;
import java.util.ArrayList;
import java.util.List;

/// Splits a word of HanLP's into several words where Universal Dependencies does.
///
/// It separates surname and given name (李|小龙), suffix or prefix of a noun or a name (加速|度, 四川|省, 副|主席), the
/// halves of a compound of four characters (世界|大战), the classifier after 一 and 这 (一|个) and what is counted in
/// digits (8|月); but no everyday words that learners know as one (图书馆, 中文). Where Universal Dependencies splits what
/// textbooks have as one word (成|为, 位|于, 因|此) or joins what they have as two (也是, 很大), it follows the textbooks.
final class ChineseWordSplitter {
    private final String text;
    private final List<TaggedSpan> spans;

    ChineseWordSplitter(String text) {
        this.text = text;
        this.spans = new ArrayList<>(text.length() / 2 + 1);
    }

    List<TaggedSpan> spans() {
        return spans;
    }

    /// Adds a word of HanLP's. HanLP may join unknown characters (丂 丅, 漢😀): all but Han, Latin and digits become
    /// spans of their own.
    ///
    /// @param tag of the Peking University corpus
    void add(int start, int length, String tag) {
        int end = start + length;
        int from = start;
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            int next = Math.min(end, at + Character.charCount(c));
            boolean halfPair = next - at < Character.charCount(c); // HanLP may split a surrogate pair
            if (halfPair || !isKeptAsSegmented(c)) {
                addSplit(from, at - from, tag);
                spans.add(new TaggedSpan(at, next, "w"));
                from = next;
            }
            at = next;
        }
        addSplit(from, end - from, tag);
    }

    private static boolean isKeptAsSegmented(int c) {
        boolean latin = c < 0x80 ? Character.isLetterOrDigit(c) : c >= '０' && c <= 'ｚ' && Character.isLetterOrDigit(c);
        return latin || ".,%％".indexOf(c) >= 0 || Character.isIdeographic(c);
    }

    private void addSplit(int start, int length, String tag) {
        if (length == 0) {
            return;
        }
        String word = text.substring(start, start + length);
        int at = length < 2 || ChineseWordClasses.UNSPLIT_WORDS.contains(word) ? 0 : splitLength(word, tag);
        if (at == 0) {
            spans.add(new TaggedSpan(start, start + length, tag));
        } else if (at == length - 1 && isSuffixed(word, tag)) {
            addSplit(start, at, tag);
            spans.add(new TaggedSpan(start + at, start + length, "k"));
        } else {
            spans.add(new TaggedSpan(start, start + at, firstTag(word, at, tag)));
            addSplit(start + at, length - at, lastTag(word, at, tag));
        }
    }

    /// How many characters to split off at the start of a word of at least two; 0 to keep it whole.
    private int splitLength(String word, String tag) {
        int length = word.length();
        int digits = leadingDigits(word);
        if (digits > 0) {
            return digits < length && !ChineseNumbers.isNumber(word) ? digits : 0;
        }
        if (tag.startsWith("nr") && !tag.equals("nrf")) {
            return surnameLength(word);
        }
        if (isPair(word) || isPrefixed(word, tag)) {
            return 1;
        }
        if (length == 4 && isCompound(tag) && isWord(word.substring(0, 2)) && isWord(word.substring(2))) {
            return 2;
        }
        return isSuffixed(word, tag) ? length - 1 : 0;
    }

    private static int leadingDigits(String word) {
        int digits = 0;
        while (digits < word.length() && Character.digit(word.charAt(digits), 10) >= 0) {
            digits++;
        }
        return digits;
    }

    /// The length of a name's surname; 0 if the table does not have it.
    static int surnameLength(String name) {
        if (name.length() <= 3 && ChineseWordClasses.SURNAMES.contains(name.substring(0, 1))) {
            return 1;
        }
        return name.length() >= 3 && ChineseWordClasses.SURNAMES.contains(name.substring(0, 2)) ? 2 : 0;
    }

    /// Whether the first character is a word of its own: 一|个, 之|一, 很|好, 我|家 and, after 这 or a number, 本|书.
    private boolean isPair(String word) {
        char first = word.charAt(0);
        if (word.length() == 3) {
            return word.equals("一部分") || word.equals("一方面");
        }
        if (word.length() > 3) {
            return false;
        }
        return switch (first) {
            case '一', '两', '这', '那' -> ChineseWordClasses.CLASSIFIERS.contains(word.substring(1));
            case '之' -> word.equals("之一");
            case '很', '太' -> ChineseWordClasses.GRADABLE_ADJECTIVES.contains(word.substring(1));
            case '我', '你', '他', '她' -> word.charAt(1) == '家';
            case '个', '本' -> (word.equals("个人") || word.equals("本书")) && followsCountingWord();
            default -> false;
        };
    }

    /// Whether the unit before is a number or 这, 那, 哪, 几 or 每.
    private boolean followsCountingWord() {
        if (spans.isEmpty()) {
            return false;
        }
        var before = spans.getLast();
        char last = text.charAt(before.end() - 1);
        return before.tag().equals("m") || "这那哪几每".indexOf(last) >= 0;
    }

    private static boolean isSuffixed(String word, String tag) {
        char tagClass = tag.charAt(0);
        int length = word.length();
        boolean noun = (tagClass == 'n' && !tag.equals("nrf")) || tagClass == 'v';
        return noun
                && length >= 3
                && ChineseWordClasses.SUFFIXES.contains(word.substring(length - 1))
                && (tag.startsWith("ns") || isWord(word.substring(0, length - 1)));
    }

    private static boolean isPrefixed(String word, String tag) {
        return word.length() == 3
                && tag.startsWith("n")
                && !tag.startsWith("ns")
                && ChineseWordClasses.PREFIXES.contains(word.substring(0, 1))
                && isWord(word.substring(1));
    }

    private static boolean isWord(String text) {
        return CoreDictionary.contains(text) || CustomDictionary.contains(text);
    }

    private static boolean isCompound(String tag) {
        return switch (tag) {
            case "n", "nz", "nt", "nis", "ntu", "ns", "l", "j" -> true;
            default -> false;
        };
    }

    private static String firstTag(String word, int at, String tag) {
        return switch (word.charAt(0)) {
            case '这', '那', '我', '你', '他', '她' -> at == 1 ? "r" : tag;
            case '一', '两' -> at == 1 ? "m" : tag;
            case '之' -> "u";
            case '很', '太' -> at == 1 ? "d" : tag;
            case '个', '本' -> at == 1 ? "q" : tag;
            default -> leadingDigits(word) == at ? "m" : isPrefixed(word, tag) ? "h" : tag;
        };
    }

    private static String lastTag(String word, int at, String tag) {
        return switch (word.charAt(0)) {
            case '这', '那', '一', '两' -> word.length() == 2 ? "q" : "n";
            case '我', '你', '他', '她', '个', '本' -> at == 1 ? "n" : tag;
            case '之' -> "m";
            case '很', '太' -> at == 1 ? "a" : tag;
            default -> leadingDigits(word) == at ? "q" : tag;
        };
    }
}
