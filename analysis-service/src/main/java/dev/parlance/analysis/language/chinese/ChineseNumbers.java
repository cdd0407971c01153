package dev.parlance.analysis.language.chinese;

import dev.parlance.analysis.language.chinese.ChineseSegmenter.TaggedSpan;
import java.util.List;

/// Recognizes numbers in Chinese: digits, number characters or both, also with 第, 多, 余 or 几 (第6, 1.3万, 三十多, 500余).
final class ChineseNumbers {
    private static final String NUMBER_CHARACTERS = ".,%％〇零一二两三四五六七八九十百千万亿几数多余第半";
    private static final String NEVER_ALONE_CHARACTERS = ".,%％几数多余半";

    private ChineseNumbers() {}

    static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isNumberCharacter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// One past the last unit of a number that starts with this one; `from + 1` if none does.
    static int findEnd(String text, List<TaggedSpan> units, int from) {
        var first = units.get(from);
        boolean single = first.end() - first.start() == 1;
        if (!isPart(text, first) || (single && NEVER_ALONE_CHARACTERS.indexOf(text.charAt(first.start())) >= 0)) {
            return from + 1;
        }
        int end = from + 1;
        while (end < units.size() && isPart(text, units.get(end)) && !isPoint(text, units.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(String text, TaggedSpan unit) {
        for (int i = unit.start(); i < unit.end(); i++) {
            if (!isNumberCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// A unit that is only a full stop or comma ends the number: 3. or 3, 4.
    private static boolean isPoint(String text, TaggedSpan unit) {
        char c = text.charAt(unit.start());
        return unit.end() - unit.start() == 1 && (c == '.' || c == ',');
    }

    private static boolean isNumberCharacter(char c) {
        return Character.digit(c, 10) >= 0 || NUMBER_CHARACTERS.indexOf(c) >= 0;
    }
}
