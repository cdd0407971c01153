package dev.parlance.analysis.language.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharTable;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// Segments Chinese approximately as Universal Dependencies does: HanLP's words, which follow the Peking University
/// corpus, with names, affixes and numbers split by [ChineseWordSplitter], and the parts of numbers and of foreign
/// names joined (三十多, 20万, 普鲁申科). Traditional characters are converted to simplified ones for the lookup.
///
/// HanLP's custom dictionary has many names that its core dictionary lacks, but also phrases from the web (吃苹果, 住在):
/// its verbs, adverbs and longer names are segmented again by the core dictionary alone.
final class ChineseSegmenter {
    /// @param tag of the Peking University corpus
    record TaggedSpan(int start, int end, String tag) {}

    private static final int MAX_NAME_LENGTH = 8;
    private static final int MIN_PHRASE_LENGTH = 3;

    private ChineseSegmenter() {}

    static List<TaggedSpan> segment(String text) {
        String simplified = CharTable.convert(text);
        var splitter = new ChineseWordSplitter(simplified);
        for (Term term : LazySegments.FULL.seg(simplified)) {
            if (isPhrase(term)) {
                for (Term part : LazySegments.CORE_ONLY.seg(term.word)) {
                    splitter.add(term.offset + part.offset, part.word.length(), String.valueOf(part.nature));
                }
            } else {
                splitter.add(term.offset, term.word.length(), String.valueOf(term.nature));
            }
        }
        return joinNumbersAndNames(simplified, splitter.spans());
    }

    private static boolean isPhrase(Term term) {
        String tag = String.valueOf(term.nature);
        int length = term.word.length();
        if (length < 2 || !Character.isIdeographic(term.word.charAt(0)) || CoreDictionary.contains(term.word)) {
            return false;
        }
        return switch (tag) {
            case "nz" -> length >= MIN_PHRASE_LENGTH;
            case "nr" -> ChineseWordSplitter.surnameLength(term.word) == 0;
            default -> tag.startsWith("v") || tag.startsWith("d");
        };
    }

    /// Joins the parts of a number or of a foreign name that HanLP has as separate words.
    private static List<TaggedSpan> joinNumbersAndNames(String text, List<TaggedSpan> units) {
        var joined = new ArrayList<TaggedSpan>(units.size());
        for (int i = 0; i < units.size(); ) {
            int number = ChineseNumbers.findEnd(text, units, i);
            int end = number > i + 1 ? number : nameEnd(text, units, i);
            joined.add(
                    end == i + 1
                            ? units.get(i)
                            : new TaggedSpan(
                                    units.get(i).start(), units.get(end - 1).end(), number > i + 1 ? "m" : "nrf"));
            i = end;
        }
        return joined;
    }

    /// One past the last unit of a foreign name that starts with this one; `from + 1` if none does.
    private static int nameEnd(String text, List<TaggedSpan> units, int from) {
        int to = from;
        int singleCharacters = 0;
        int maxStart = units.get(from).start() + MAX_NAME_LENGTH;
        while (to < units.size() && units.get(to).start() <= maxStart && isTransliteration(text, units.get(to))) {
            singleCharacters += units.get(to).end() - units.get(to).start() == 1 ? 1 : 0;
            to++;
        }
        int length = to == from ? 0 : units.get(to - 1).end() - units.get(from).start();
        return to - from >= 2 && length >= 3 && length <= MAX_NAME_LENGTH && singleCharacters > 0 ? to : from + 1;
    }

    private static boolean isTransliteration(String text, TaggedSpan unit) {
        for (int i = unit.start(); i < unit.end(); i++) {
            if (!ChineseWordClasses.TRANSLITERATION_CHARACTERS.contains(text.substring(i, i + 1))) {
                return false;
            }
        }
        return true;
    }

    /// Loaded with the first Chinese text, once for all tokenizers; segmenting is thread-safe.
    private static final class LazySegments {
        static final Segment FULL = segment().enableCustomDictionary(true).enableTranslatedNameRecognize(true);
        static final Segment CORE_ONLY = segment().enableNameRecognize(false);

        private static Segment segment() {
            return new ViterbiSegment()
                    .enableCustomDictionary(false)
                    .enablePartOfSpeechTagging(true)
                    .enableOffset(true);
        }
    }
}
