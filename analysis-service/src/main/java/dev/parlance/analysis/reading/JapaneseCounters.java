package dev.parlance.analysis.reading;

import dev.parlance.analysis.language.dictionary.TsvResource;
import dev.parlance.analysis.language.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers and what they count, where the two change each other's sound: 三本 さん|ぼん, 六匹 ろっ|ぴき, 4人
/// よ|にん, 3日 みっ|か. By the reviewed table `reading/counters.tsv`; a number in figures is no word, but the
/// counter after it is.
final class JapaneseCounters {
    private static final String DIGITS = "〇一二三四五六七八九";

    /// @param number how the last part of the number is spoken
    private record CounterReading(String number, String counter) {}

    /// By counter and last part of the number: 1 to 9, 10, 100, 1000, 10000, 何, or the whole number, such as =20.
    private static final Map<String, Map<String, CounterReading>> READINGS = loadReadings();

    private JapaneseCounters() {}

    /// Null where the word is neither a counter after a number nor the last of a number before a counter.
    static String kana(String text, List<Token> words, int at) {
        var word = words.get(at);
        var own = READINGS.get(word.surface());
        String number = own == null ? "" : numberBefore(text, word.start());
        if (!number.isEmpty()) {
            var sound = findReading(own, number);
            return sound == null ? null : sound.counter();
        }
        if (at + 1 < words.size()
                && isNumber(word.surface())
                && words.get(at + 1).start() == word.end()) {
            var counter = READINGS.get(words.get(at + 1).surface());
            var sound = counter == null ? null : findReading(counter, numberBefore(text, word.end()));
            return sound == null || sound.number().isEmpty() ? null : sound.number();
        }
        return null;
    }

    private static CounterReading findReading(Map<String, CounterReading> counter, String number) {
        var whole = counter.get("=" + number);
        return whole != null ? whole : counter.get(lastPart(number));
    }

    /// The number that ends at an offset of the text, its digits as 0-9, its kanji as they are: `20`, `二十`, `何`.
    private static String numberBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < 20 && isNumeric(text.charAt(start - 1))) {
            start--;
        }
        var number = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, 10);
            number.append(digit >= 0 ? (char) ('0' + digit) : c);
        }
        return number.toString();
    }

    /// The part of a number that is spoken right before the counter: 23 → 3, 20 → 10, 300 → 100, 二十 → 10.
    private static String lastPart(String number) {
        char last = number.charAt(number.length() - 1);
        int kanji = DIGITS.indexOf(last);
        if (kanji > 0) {
            return String.valueOf(kanji);
        }
        return switch (last) {
            case '十' -> "10";
            case '百' -> "100";
            case '千' -> "1000";
            case '万', '億' -> "10000";
            case '0', '〇' -> round(number);
            default -> String.valueOf(last);
        };
    }

    private static String round(String number) {
        int zeros = 0;
        while (zeros < number.length() && isZero(number.charAt(number.length() - 1 - zeros))) {
            zeros++;
        }
        return zeros == number.length() ? "0" : "1" + "0".repeat(Math.min(zeros, 4));
    }

    private static boolean isZero(char c) {
        return c == '0' || c == '〇';
    }

    private static boolean isNumber(String surface) {
        return surface.chars().allMatch(c -> isNumeric((char) c));
    }

    private static boolean isNumeric(char c) {
        return Character.digit(c, 10) >= 0 || DIGITS.indexOf(c) >= 0 || "十百千万億何数".indexOf(c) >= 0;
    }

    /// A row holds counters that change alike, and for each number what it and they become.
    private static Map<String, Map<String, CounterReading>> loadReadings() {
        var sounds = new HashMap<String, Map<String, CounterReading>>();
        for (String[] row : TsvResource.rows("/reading/counters.tsv", 4)) {
            for (String counter : row[0].split("\\|", -1)) {
                var kana = counter.split(":", -1);
                sounds.computeIfAbsent(kana[0], _ -> new HashMap<>())
                        .put(row[1], new CounterReading(row[2], row[3].replace("~", kana.length > 1 ? kana[1] : "")));
            }
        }
        return sounds;
    }
}
