package dev.parlance.analysis.language;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharTable;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// Cuts Chinese nearly as Universal Dependencies does: HanLP's words, which follow the corpus of Peking
/// University, with names, affixes and numbers cut anew by [ChineseCuts], and with the parts of numbers and of
/// foreign names joined (三十多, 20万, 普鲁申科). Traditional characters are read as simplified ones.
///
/// HanLP's second dictionary has many names that its first one lacks, and as many phrases gathered from the web
/// (吃苹果, 住在): its verbs, adverbs and longer names are cut by the first alone.
final class ChineseUnits {
    /// @param tag of the Peking University corpus
    record Unit(int start, int end, String tag) {}

    private static final int LONGEST_NAME = 8;
    private static final int SHORTEST_PHRASE = 3;

    private ChineseUnits() {}

    static List<Unit> of(String text) {
        String simplified = CharTable.convert(text);
        var cuts = new ChineseCuts(simplified);
        for (Term term : Dictionary.HANLP.seg(simplified)) {
            if (isPhrase(term)) {
                for (Term part : Dictionary.PLAIN.seg(term.word)) {
                    cuts.add(term.offset + part.offset, part.word.length(), String.valueOf(part.nature));
                }
            } else {
                cuts.add(term.offset, term.word.length(), String.valueOf(term.nature));
            }
        }
        return joined(simplified, cuts.units());
    }

    private static boolean isPhrase(Term term) {
        String tag = String.valueOf(term.nature);
        int length = term.word.length();
        if (length < 2 || !Character.isIdeographic(term.word.charAt(0)) || CoreDictionary.contains(term.word)) {
            return false;
        }
        return switch (tag) {
            case "nz" -> length >= SHORTEST_PHRASE;
            case "nr" -> ChineseCuts.surname(term.word) == 0;
            default -> tag.startsWith("v") || tag.startsWith("d");
        };
    }

    /// With the parts of a number and of a foreign name that HanLP takes for words of their own as one.
    private static List<Unit> joined(String text, List<Unit> units) {
        var joined = new ArrayList<Unit>(units.size());
        for (int i = 0; i < units.size(); ) {
            int number = ChineseNumbers.end(text, units, i);
            int end = number > i + 1 ? number : nameEnd(text, units, i);
            joined.add(
                    end == i + 1
                            ? units.get(i)
                            : new Unit(units.get(i).start(), units.get(end - 1).end(), number > i + 1 ? "m" : "nrf"));
            i = end;
        }
        return joined;
    }

    /// One past the last unit of a foreign name that begins with this one: `from + 1` where none does.
    private static int nameEnd(String text, List<Unit> units, int from) {
        int to = from;
        int singles = 0;
        int furthest = units.get(from).start() + LONGEST_NAME;
        while (to < units.size() && units.get(to).start() <= furthest && isTranscribing(text, units.get(to))) {
            singles += units.get(to).end() - units.get(to).start() == 1 ? 1 : 0;
            to++;
        }
        int length = to == from ? 0 : units.get(to - 1).end() - units.get(from).start();
        return to - from >= 2 && length >= 3 && length <= LONGEST_NAME && singles > 0 ? to : from + 1;
    }

    private static boolean isTranscribing(String text, Unit unit) {
        for (int i = unit.start(); i < unit.end(); i++) {
            if (!ChineseClasses.TRANSCRIBING.contains(text.substring(i, i + 1))) {
                return false;
            }
        }
        return true;
    }

    /// Loaded by the first Chinese text, once for all readers; segmenting is thread-safe.
    private static final class Dictionary {
        static final Segment HANLP = segment().enableCustomDictionary(true).enableTranslatedNameRecognize(true);
        static final Segment PLAIN = segment().enableNameRecognize(false);

        private static Segment segment() {
            return new ViterbiSegment()
                    .enableCustomDictionary(false)
                    .enablePartOfSpeechTagging(true)
                    .enableOffset(true);
        }
    }
}
