package dev.parlance.analysis.language;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// Cuts Chinese nearly as Universal Dependencies does: HanLP's words, which follow the corpus of Peking
/// University, with names, affixes and numbers cut anew.
///
/// Words of their own are a surname and the given name after it (李|小龙), a suffix and a prefix of a noun or a
/// name (加速|度, 四川|省, 副|主席), the halves of a compound of four characters (世界|大战) and the classifier
/// after 一 and 这 (一|个); not so in everyday words that learners know as one (图书馆). A number is one word
/// (三十多, 20万), so is a foreign name (普鲁申科). Where Universal Dependencies cuts what every textbook has
/// as one word (成|为, 位|于, 因|此), or joins what it has as two (也是), the textbook is followed.
final class ChineseUnits {
    /// @param tag of the Peking University corpus
    record Unit(int start, int end, String tag) {}

    private static final int LONGEST_NAME = 8;

    private final String text;
    private final List<Unit> units;

    private ChineseUnits(String text) {
        this.text = text;
        this.units = new ArrayList<>(text.length() / 2 + 1);
    }

    static List<Unit> of(String text) {
        var cut = new ChineseUnits(text);
        for (Term term : Dictionary.HANLP.seg(text)) {
            cut.cut(term.offset, term.offset + term.word.length(), String.valueOf(term.nature));
        }
        return joined(text, cut.units);
    }

    private void cut(int start, int end, String tag) {
        String word = text.substring(start, end);
        int last = end - start - 1;
        int at = last < 1 || ChineseClasses.WHOLE.contains(word) ? 0 : cutAt(word, tag);
        if (at == 0) {
            units.add(new Unit(start, end, tag));
        } else if (at == last && isSuffixed(word, tag)) {
            cut(start, start + at, tag);
            units.add(new Unit(start + at, end, "k"));
        } else {
            units.add(new Unit(start, start + at, firstTag(word, at, tag)));
            cut(start + at, end, at < last ? tag : lastTag(word, tag));
        }
    }

    /// How many characters of a word of at least two are a word of their own; 0 where it is whole.
    private static int cutAt(String word, String tag) {
        int length = word.length();
        int figures = figures(word);
        if (figures > 0) {
            return figures < length && !ChineseNumbers.is(word) ? figures : 0;
        }
        if (tag.startsWith("nr") && !tag.equals("nrf")) {
            return surname(word);
        }
        if (isClassified(word) || isOfNation(word)) {
            return 1;
        }
        if (word.equals("之一")) {
            return 1;
        }
        if (isPrefixed(word, tag)) {
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

    private static int surname(String name) {
        if (name.length() <= 3 && ChineseClasses.SURNAMES.contains(name.substring(0, 1))) {
            return 1;
        }
        return name.length() >= 3 && ChineseClasses.SURNAMES.contains(name.substring(0, 2)) ? 2 : 0;
    }

    private static boolean isClassified(String word) {
        char first = word.charAt(0);
        if (word.length() == 3) {
            return word.equals("一部分") || word.equals("一方面");
        }
        boolean counting = first == '一' || first == '两' || first == '这' || first == '那';
        return word.length() == 2 && counting && ChineseClasses.CLASSIFIERS.contains(word.substring(1));
    }

    private static boolean isOfNation(String word) {
        return word.length() == 2
                && ChineseClasses.OF_NATIONS.contains(word.substring(1))
                && ChineseClasses.NATIONS.contains(word.substring(0, 1));
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
        if (figures(word) == at || isClassified(word)) {
            char first = word.charAt(0);
            return first == '这' || first == '那' ? "r" : "m";
        }
        return word.equals("之一") ? "u" : tag;
    }

    private static String lastTag(String word, String tag) {
        if (figures(word) > 0 || isClassified(word)) {
            return "q";
        }
        return word.equals("之一") ? "m" : tag;
    }

    /// With the parts of a number and of a foreign name that HanLP takes for words of their own as one.
    private static List<Unit> joined(String text, List<Unit> units) {
        var joined = new ArrayList<Unit>(units.size());
        for (int i = 0; i < units.size(); ) {
            int next = ChineseNumbers.end(text, units, i);
            if (next == i + 1) {
                next = nameEnd(text, units, i);
                add(joined, units, i, next, "nrf");
            } else {
                add(joined, units, i, next, "m");
            }
            i = next;
        }
        return joined;
    }

    private static void add(List<Unit> joined, List<Unit> units, int from, int to, String tag) {
        joined.add(
                to == from + 1
                        ? units.get(from)
                        : new Unit(units.get(from).start(), units.get(to - 1).end(), tag));
    }

    /// One past the last unit of a foreign name that begins with this one: `from + 1` where none does.
    private static int nameEnd(String text, List<Unit> units, int from) {
        int to = from;
        int singles = 0;
        while (to < units.size() && isTranscribing(text, units.get(to))) {
            singles += units.get(to).end() - units.get(to).start() == 1 ? 1 : 0;
            to++;
        }
        int length = to == from ? 0 : units.get(to - 1).end() - units.get(from).start();
        return to - from >= 2 && length >= 3 && length <= LONGEST_NAME && singles > 0 ? to : from + 1;
    }

    private static boolean isTranscribing(String text, Unit unit) {
        for (int i = unit.start(); i < unit.end(); i++) {
            if (!ChineseClasses.TRANSCRIBING.contains(String.valueOf(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /// Loaded by the first Chinese text, once for all readers; segmenting is thread-safe.
    private static final class Dictionary {
        static final Segment HANLP = new ViterbiSegment()
                .enableCustomDictionary(true)
                .enableNameRecognize(true)
                .enableTranslatedNameRecognize(true)
                .enablePartOfSpeechTagging(true)
                .enableOffset(true);
    }
}
