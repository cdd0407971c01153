package dev.parlance.analysis.language;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// Cuts Chinese as Universal Dependencies does: HanLP's words, which follow the corpus of Peking University, with names,
/// affixes and numbers cut anew.
///
/// A surname and a given name are two words (李|小龙), so are a noun or a name and its suffix (加速|度, 四川|省) and a prefix and
/// its noun (副|主席), save for everyday words that learners know as one (图书馆); a number is one word (三十多) and what it
/// counts another.
final class ChineseUnits {
    /// @param tag of the Peking University corpus
    record Unit(int start, int end, String tag) {}

    private final String text;
    private final List<Unit> units = new ArrayList<>();

    private ChineseUnits(String text) {
        this.text = text;
    }

    static List<Unit> of(String text) {
        var cut = new ChineseUnits(text);
        for (Term term : Dictionary.HANLP.seg(text)) {
            cut.add(term.offset, term.offset + term.word.length(), String.valueOf(term.nature));
        }
        return cut.units;
    }

    private void add(int start, int end, String tag) {
        units.add(new Unit(start, end, tag));
    }

    /// Loaded by the first Chinese text, once for all readers; segmenting is thread-safe.
    private static final class Dictionary {
        static final Segment HANLP = new ViterbiSegment()
                .enableCustomDictionary(false)
                .enableNameRecognize(true)
                .enableTranslatedNameRecognize(true)
                .enablePartOfSpeechTagging(true)
                .enableOffset(true);
    }
}
