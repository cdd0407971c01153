package dev.parlance.analysis.language;

import dev.parlance.analysis.language.ChineseUnits.Unit;
import java.util.List;

/// Numbers in Chinese: in figures, in characters or in both, with 第 before and 多, 余 or 几 in them (第6,
/// 1.3万, 三十多, 500余).
final class ChineseNumbers {
    private static final String MEMBERS = ".,%％〇零一二两三四五六七八九十百千万亿几数多余第半";
    private static final String NOT_ALONE = ".,%％几数多余半";

    private ChineseNumbers() {}

    static boolean is(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isMember(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// One past the last unit of a number that begins with this one: `from + 1` where none does.
    static int end(String text, List<Unit> units, int from) {
        var first = units.get(from);
        boolean single = first.end() - first.start() == 1;
        if (!isPart(text, first) || (single && NOT_ALONE.indexOf(text.charAt(first.start())) >= 0)) {
            return from + 1;
        }
        int to = from + 1;
        while (to < units.size() && isPart(text, units.get(to)) && !isPoint(text, units.get(to))) {
            to++;
        }
        return to;
    }

    private static boolean isPart(String text, Unit unit) {
        for (int i = unit.start(); i < unit.end(); i++) {
            if (!isMember(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// A full stop or comma by itself ends the number: 3. or 3, 4.
    private static boolean isPoint(String text, Unit unit) {
        char c = text.charAt(unit.start());
        return unit.end() - unit.start() == 1 && (c == '.' || c == ',');
    }

    private static boolean isMember(char c) {
        return Character.digit(c, 10) >= 0 || MEMBERS.indexOf(c) >= 0;
    }
}
