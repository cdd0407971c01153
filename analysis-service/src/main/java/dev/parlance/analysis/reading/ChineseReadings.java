package dev.parlance.analysis.reading;

import com.hankcs.hanlp.dictionary.other.CharTable;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import dev.parlance.analysis.language.dictionary.TsvResource;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Pinyin of Chinese words: from the reviewed table `reading/chinese.tsv`, else from HanLP's table of phrases,
/// the longest phrase within the word first, else character by character in the commonest reading.
///
/// The syllables of a word stand together, with an apostrophe where a later one begins with a vowel (xī'ān).
/// Tones are those of the dictionary, without sandhi: 不是 bùshì, 你好 nǐhǎo. The suffixes 们 and 子 have none,
/// 儿 is r after a syllable.
final class ChineseReadings {
    private static final int MAX_PHRASE_CHARACTERS = 9;
    private static final String ANY = "*";

    private record PinyinRule(String partOfSpeech, List<String> syllables) {
        boolean fits(PartOfSpeech part) {
            return partOfSpeech.equals(ANY) || (part != null && partOfSpeech.equals(part.name()));
        }
    }

    private static final Map<String, List<PinyinRule>> RULES = TsvResource.rows("/reading/chinese.tsv", 3).stream()
            .collect(Collectors.groupingBy(
                    row -> row[0],
                    Collectors.mapping(
                            row -> new PinyinRule(row[1], List.of(row[2].split(" ", -1))), Collectors.toList())));

    private ChineseReadings() {}

    /// Null where a character of the word has no reading.
    static Reading of(Token word) {
        var syllables = syllables(word);
        return syllables == null ? null : Reading.pinyin(joined(syllables));
    }

    private static List<String> syllables(Token word) {
        String text = CharTable.convert(word.surface());
        var reviewed = reviewed(text, word.partOfSpeech());
        if (reviewed != null) {
            return reviewed;
        }
        var syllables = new ArrayList<String>();
        int last = 0;
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + MAX_PHRASE_CHARACTERS);
            var phrase = phrase(text.substring(start, end));
            while (phrase == null && end > start + 1) {
                end--;
                phrase = phrase(text.substring(start, end));
            }
            if (phrase == null) {
                return null;
            }
            syllables.addAll(phrase);
            last = end - start;
            start = end;
        }
        if (syllables.size() == text.length() && syllables.size() > 1) {
            neutralizeTone(text, syllables);
            neutralizeTone(text.charAt(text.length() - 1), syllables, last == 1);
        }
        return syllables;
    }

    private static List<String> reviewed(String text, PartOfSpeech part) {
        for (var rule : RULES.getOrDefault(text, List.of())) {
            if (rule.fits(part)) {
                return rule.syllables();
            }
        }
        return null;
    }

    private static List<String> phrase(String text) {
        var reviewed = text.length() > 1 ? reviewed(text, null) : null;
        if (reviewed != null) {
            return reviewed;
        }
        Pinyin[] pinyin = PinyinDictionary.get(text);
        if (pinyin == null || pinyin.length == 0) {
            return null;
        }
        int commonest = text.length() == 1 ? 1 : pinyin.length; // of a single character the table has all readings
        var syllables = new ArrayList<String>(commonest);
        for (int i = 0; i < commonest; i++) {
            syllables.add(dictionaryTone(text, i, pinyin[i].getPinyinWithToneMark()));
        }
        return syllables;
    }

    /// The table has some words as they change in speech (不是 búshì), most not: all are given as the
    /// dictionary has them.
    private static String dictionaryTone(String text, int at, String syllable) {
        if (at >= text.length()) {
            return syllable;
        }
        return switch (text.charAt(at)) {
            case '一' -> "yī";
            case '不' -> syllable.equals("bu") ? syllable : "bù";
            default -> syllable;
        };
    }

    /// @param alone whether the last character stands in no phrase, where it could be more than a suffix
    private static void neutralizeTone(char suffix, List<String> syllables, boolean alone) {
        int last = syllables.size() - 1;
        switch (suffix) {
            case '们' -> syllables.set(last, "men");
            case '子' -> syllables.set(last, alone ? "zi" : syllables.get(last));
            case '着' -> syllables.set(last, alone ? "zhe" : syllables.get(last));
            case '儿' -> {
                syllables.removeLast();
                syllables.set(last - 1, syllables.get(last - 1) + "r");
            }
            default -> {}
        }
    }

    /// 说不定 and 看得见: 不 and 得 between a verb and what it may reach have no tone.
    private static void neutralizeTone(String text, List<String> syllables) {
        boolean between = text.length() == 3 && (text.charAt(1) == '不' || text.charAt(1) == '得');
        if (between && syllables.size() == 3) {
            syllables.set(1, text.charAt(1) == '不' ? "bu" : "de");
        }
    }

    private static String joined(List<String> syllables) {
        var word = new StringBuilder(syllables.getFirst());
        for (String syllable : syllables.subList(1, syllables.size())) {
            char first = syllable.charAt(0);
            boolean vowel = "aeo".indexOf(first) >= 0 || "āáǎàēéěèōóǒò".indexOf(first) >= 0;
            word.append(vowel ? "'" : "").append(syllable);
        }
        return word.toString();
    }
}
