package dev.parlance.analysis.language;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import dev.parlance.analysis.language.ChineseUnits.Unit;
import java.util.ArrayList;
import java.util.List;

/// Cuts a word of HanLP's into what are words of their own.
///
/// Such are a surname and the given name after it (李|小龙), a suffix and a prefix of a noun or a name
/// (加速|度, 四川|省, 副|主席), the halves of a compound of four characters (世界|大战), the classifier after
/// 一 and 这 (一|个) and what is counted in figures (8|月); not so in everyday words that learners know as one
/// (图书馆, 中文). Where Universal Dependencies cuts what every textbook has as one word (成|为, 位|于, 因|此),
/// or joins what it has as two (也是, 很大), the textbook is followed.
final class ChineseCuts {
    private final String text;
    private final List<Unit> units;

    ChineseCuts(String text) {
        this.text = text;
        this.units = new ArrayList<>(text.length() / 2 + 1);
    }

    List<Unit> units() {
        return units;
    }

    /// A word of HanLP's. What it does not know it can take together, 丂 丅 or 漢😀: only Han, Latin and
    /// figures are taken as they come.
    ///
    /// @param tag of the Peking University corpus
    void add(int start, int length, String tag) {
        int end = start + length;
        int from = start;
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            int next = Math.min(end, at + Character.charCount(c));
            boolean half = next - at < Character.charCount(c); // HanLP parts what Java writes in two
            if (half || !isTakenAsItComes(c)) {
                addCut(from, at - from, tag);
                units.add(new Unit(at, next, "w"));
                from = next;
            }
            at = next;
        }
        addCut(from, end - from, tag);
    }

    private static boolean isTakenAsItComes(int c) {
        boolean latin = c < 0x80 ? Character.isLetterOrDigit(c) : c >= '０' && c <= 'ｚ' && Character.isLetterOrDigit(c);
        return latin || ".,%％".indexOf(c) >= 0 || Character.isIdeographic(c);
    }

    private void addCut(int start, int length, String tag) {
        if (length == 0) {
            return;
        }
        String word = text.substring(start, start + length);
        int at = length < 2 || ChineseClasses.WHOLE.contains(word) ? 0 : cutAt(word, tag);
        if (at == 0) {
            units.add(new Unit(start, start + length, tag));
        } else if (at == length - 1 && isSuffixed(word, tag)) {
            addCut(start, at, tag);
            units.add(new Unit(start + at, start + length, "k"));
        } else {
            units.add(new Unit(start, start + at, firstTag(word, at, tag)));
            addCut(start + at, length - at, lastTag(word, at, tag));
        }
    }

    /// How many characters of a word of at least two are a word of their own; 0 where it is whole.
    private int cutAt(String word, String tag) {
        int length = word.length();
        int figures = figures(word);
        if (figures > 0) {
            return figures < length && !ChineseNumbers.is(word) ? figures : 0;
        }
        if (tag.startsWith("nr") && !tag.equals("nrf")) {
            return surname(word);
        }
        if (isPair(word) || isPrefixed(word, tag)) {
            return 1;
        }
        if (length == 4 && isCompound(tag) && isWord(word.substring(0, 2)) && isWord(word.substring(2))) {
            return 2;
        }
        return isSuffixed(word, tag) ? length - 1 : 0;
    }

    private static int figures(String word) {
        int figures = 0;
        while (figures < word.length() && Character.digit(word.charAt(figures), 10) >= 0) {
            figures++;
        }
        return figures;
    }

    /// How many characters of a name are its surname, of those that the table has.
    static int surname(String name) {
        if (name.length() <= 3 && ChineseClasses.SURNAMES.contains(name.substring(0, 1))) {
            return 1;
        }
        return name.length() >= 3 && ChineseClasses.SURNAMES.contains(name.substring(0, 2)) ? 2 : 0;
    }

    /// Whether the first character is a word beside the rest: 一|个, 之|一, 很|好, 我|家 and, after 这 or a
    /// number, 本|书.
    private boolean isPair(String word) {
        char first = word.charAt(0);
        if (word.length() == 3) {
            return word.equals("一部分") || word.equals("一方面");
        }
        if (word.length() > 3) {
            return false;
        }
        return switch (first) {
            case '一', '两', '这', '那' -> ChineseClasses.CLASSIFIERS.contains(word.substring(1));
            case '之' -> word.equals("之一");
            case '很', '太' -> ChineseClasses.GRADED.contains(word.substring(1));
            case '我', '你', '他', '她' -> word.charAt(1) == '家';
            case '个', '本' -> (word.equals("个人") || word.equals("本书")) && isCounting();
            default -> false;
        };
    }

    /// Whether the unit before is a number or 这, 那, 哪, 几 or 每.
    private boolean isCounting() {
        if (units.isEmpty()) {
            return false;
        }
        var before = units.getLast();
        char last = text.charAt(before.end() - 1);
        return before.tag().equals("m") || "这那哪几每".indexOf(last) >= 0;
    }

    private static boolean isSuffixed(String word, String tag) {
        char kind = tag.charAt(0);
        int length = word.length();
        boolean noun = (kind == 'n' && !tag.equals("nrf")) || kind == 'v';
        return noun
                && length >= 3
                && ChineseClasses.SUFFIXES.contains(word.substring(length - 1))
                && (tag.startsWith("ns") || isWord(word.substring(0, length - 1)));
    }

    private static boolean isPrefixed(String word, String tag) {
        return word.length() == 3
                && tag.startsWith("n")
                && !tag.startsWith("ns")
                && ChineseClasses.PREFIXES.contains(word.substring(0, 1))
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
            default -> figures(word) == at ? "m" : isPrefixed(word, tag) ? "h" : tag;
        };
    }

    private static String lastTag(String word, int at, String tag) {
        return switch (word.charAt(0)) {
            case '这', '那', '一', '两' -> word.length() == 2 ? "q" : "n";
            case '我', '你', '他', '她', '个', '本' -> at == 1 ? "n" : tag;
            case '之' -> "m";
            case '很', '太' -> at == 1 ? "a" : tag;
            default -> figures(word) == at ? "q" : tag;
        };
    }
}
