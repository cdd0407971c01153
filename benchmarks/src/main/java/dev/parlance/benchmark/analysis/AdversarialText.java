package dev.parlance.benchmark.analysis;

import java.util.ArrayList;
import java.util.List;

/// Texts of the maximum length that are built to make an analysis slow.
///
/// @param name of a table's row
record AdversarialText(String name, String text) {
    private static final int MAX_CHARACTERS = 8_000;

    static List<AdversarialText> all() {
        List<AdversarialText> all = new ArrayList<>();
        all.add(new AdversarialText("empty", ""));
        all.add(new AdversarialText("half a surrogate pair", "half \uD83D a pair"));
        all.add(repeat("emoji", "😀"));
        all.add(repeat("emoji of families", "👨\u200D👩\u200D👧"));
        all.add(repeat("Arabic", "مرحبا بكم في المدرسة. "));
        all.add(repeat("Hebrew", "שלום לכולם, מה שלומכם? "));
        all.add(repeat("right to left and back", "\u202Eabc \u202Cשלום "));
        all.add(repeat("one word, a", "a"));
        all.add(repeat("one word, Abc", "Abcdefghij"));
        all.add(repeat("one word, of compounds", "Donaudampfschifffahrt"));
        all.add(repeat("one Arabic word", "م"));
        all.add(repeat("mixed scripts", "hello 世界 مرحبا привет さようなら 안녕 สวัสดี "));
        all.add(repeat("mixed scripts without a space", "a世م하ไя"));
        all.add(repeat("Japanese without a space", "東京特許許可局局長今日急遽特許許可拒否"));
        all.add(repeat("kanji", "漢"));
        all.add(repeat("katakana", "アイウエオ"));
        all.add(repeat("Chinese without a space", "中华人民共和国万岁世界人民大团结万岁"));
        all.add(repeat("a Chinese name without end", "斯基"));
        all.add(repeat("Korean without a space", "아버지가방에들어가신다"));
        all.add(repeat("Thai without a space", "ภาษาไทยเป็นภาษาที่สวยงาม"));
        all.add(repeat("apostrophes", "'"));
        all.add(repeat("letters and apostrophes", "s'"));
        all.add(repeat("elisions", "l'"));
        all.add(repeat("hyphens", "-"));
        all.add(repeat("letters and hyphens", "a-"));
        all.add(repeat("pronouns by hyphens", "-t-il"));
        all.add(repeat("combining marks", "\u0301"));
        all.add(repeat("combining marks by turns", "\u0301\u0302\u0303"));
        all.add(repeat("letters under marks", "a\u0301\u0302\u0303\u0304"));
        all.add(repeat("laughter", "ha"));
        all.add(repeat("a drawl", "h"));
        all.add(repeat("numbers and letters", "1a"));
        all.add(repeat("stops", "a."));
        all.add(repeat("addresses", "a@b.com://www."));
        all.add(repeat("quotations", "\"aaaaaaaa\" "));
        all.add(repeat("lines", "Bonjour à\n"));
        all.add(repeat("feelings", "very very happy, not sad!! "));
        return List.copyOf(all);
    }

    private static AdversarialText repeat(String name, String repeated) {
        int characters = repeated.codePointCount(0, repeated.length());
        return new AdversarialText(name, repeated.repeat(MAX_CHARACTERS / characters));
    }
}
