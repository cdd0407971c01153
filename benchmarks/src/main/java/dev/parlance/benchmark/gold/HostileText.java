package dev.parlance.benchmark.gold;

import java.util.ArrayList;
import java.util.List;

/// Texts that nobody learns anything from: as long as a text may be, and made to take an analysis long.
///
/// @param name of a table's row
record HostileText(String name, String text) {
    private static final int LONGEST = 8_000;

    static List<HostileText> all() {
        List<HostileText> all = new ArrayList<>();
        all.add(new HostileText("empty", ""));
        all.add(new HostileText("half a surrogate pair", "half \uD83D a pair"));
        all.add(of("emoji", "😀"));
        all.add(of("emoji of families", "👨\u200D👩\u200D👧"));
        all.add(of("Arabic", "مرحبا بكم في المدرسة. "));
        all.add(of("Hebrew", "שלום לכולם, מה שלומכם? "));
        all.add(of("right to left and back", "\u202Eabc \u202Cשלום "));
        all.add(of("one word, a", "a"));
        all.add(of("one word, Abc", "Abcdefghij"));
        all.add(of("one word, of compounds", "Donaudampfschifffahrt"));
        all.add(of("one Arabic word", "م"));
        all.add(of("mixed scripts", "hello 世界 مرحبا привет さようなら 안녕 สวัสดี "));
        all.add(of("mixed scripts without a space", "a世م하ไя"));
        all.add(of("Japanese without a space", "東京特許許可局局長今日急遽特許許可拒否"));
        all.add(of("kanji", "漢"));
        all.add(of("katakana", "アイウエオ"));
        all.add(of("Chinese without a space", "中华人民共和国万岁世界人民大团结万岁"));
        all.add(of("a Chinese name without end", "斯基"));
        all.add(of("Korean without a space", "아버지가방에들어가신다"));
        all.add(of("Thai without a space", "ภาษาไทยเป็นภาษาที่สวยงาม"));
        all.add(of("apostrophes", "'"));
        all.add(of("letters and apostrophes", "s'"));
        all.add(of("elisions", "l'"));
        all.add(of("hyphens", "-"));
        all.add(of("letters and hyphens", "a-"));
        all.add(of("pronouns by hyphens", "-t-il"));
        all.add(of("combining marks", "\u0301"));
        all.add(of("combining marks by turns", "\u0301\u0302\u0303"));
        all.add(of("letters under marks", "a\u0301\u0302\u0303\u0304"));
        all.add(of("laughter", "ha"));
        all.add(of("a drawl", "h"));
        all.add(of("numbers and letters", "1a"));
        all.add(of("stops", "a."));
        all.add(of("addresses", "a@b.com://www."));
        all.add(of("quotations", "\"aaaaaaaa\" "));
        all.add(of("lines", "Bonjour à\n"));
        all.add(of("feelings", "very very happy, not sad!! "));
        return List.copyOf(all);
    }

    private static HostileText of(String name, String repeated) {
        int characters = repeated.codePointCount(0, repeated.length());
        return new HostileText(name, repeated.repeat(LONGEST / characters));
    }
}
