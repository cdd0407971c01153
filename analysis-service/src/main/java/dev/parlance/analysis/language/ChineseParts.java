package dev.parlance.analysis.language;

import java.util.Set;

/// The part of speech of a Chinese word as Universal Dependencies has it, out of the tag of the Peking
/// University corpus that HanLP gives it, and of closed classes where that tag says too little.
///
/// Source: https://universaldependencies.org/zh/
final class ChineseParts {
    private static final Set<String> MODAL = Set.of(
            "可以", "会", "能", "要", "可能", "能够", "应该", "应", "必须", "可", "想", "敢", "肯", "愿意", "得", "需要", "需", "不会", "不能",
            "不可", "应当", "须");
    private static final Set<String> COPULAS =
            Set.of("是", "为", "也是", "就是", "都是", "则是", "还是", "而是", "仍是", "不是", "正是", "便是", "只是", "即是", "算是");
    private static final Set<String> DETERMINERS = Set.of(
            "这", "那", "该", "此", "各", "每", "本", "某", "哪", "这些", "那些", "哪些", "其他", "其它", "其余", "所有", "任何", "全", "另", "这种",
            "那种", "每天", "有些", "一切", "贵", "整");
    private static final Set<String> COORDINATORS =
            Set.of("和", "与", "及", "以及", "或", "或者", "或是", "并", "跟", "同", "而", "兼", "乃至", "以至", "还是", "、");
    private static final Set<String> AFTER_NOUNS = Set.of(
            "上", "中", "下", "里", "内", "外", "前", "后", "时", "间", "之间", "之后", "之前", "以后", "以前", "以来", "以内", "以外", "之中",
            "之内", "之外", "之上", "之下", "期间", "当中", "以上", "以下");

    private ChineseParts() {}

    /// @param tag of the Peking University corpus: n, nr, v, …
    static PartOfSpeech of(String word, String tag) {
        if (COPULAS.contains(word) && (tag.startsWith("v") || tag.startsWith("d") || tag.startsWith("c"))) {
            return PartOfSpeech.AUX;
        }
        return switch (tag.charAt(0)) {
            case 'n' -> noun(tag);
            case 't' -> PartOfSpeech.NOUN;
            case 's' -> PartOfSpeech.NOUN;
            case 'f' -> AFTER_NOUNS.contains(word) ? PartOfSpeech.ADP : PartOfSpeech.NOUN;
            case 'v' -> verb(word, tag);
            case 'a' -> tag.equals("an") ? PartOfSpeech.NOUN : tag.equals("ad") ? PartOfSpeech.ADV : PartOfSpeech.ADJ;
            case 'b', 'z' -> PartOfSpeech.ADJ;
            case 'd' -> MODAL.contains(word) ? PartOfSpeech.AUX : PartOfSpeech.ADV;
            case 'm' -> PartOfSpeech.NUM;
            case 'q' -> PartOfSpeech.NOUN;
            case 'r' -> DETERMINERS.contains(word) ? PartOfSpeech.DET : PartOfSpeech.PRON;
            case 'p' -> word.equals("被") ? PartOfSpeech.AUX : PartOfSpeech.ADP;
            case 'c' -> COORDINATORS.contains(word) ? PartOfSpeech.CCONJ : PartOfSpeech.SCONJ;
            case 'u' -> word.equals("了") || word.equals("着") || word.equals("过") ? PartOfSpeech.AUX : PartOfSpeech.PART;
            case 'y', 'h', 'k' -> PartOfSpeech.PART;
            case 'e', 'o' -> PartOfSpeech.INTJ;
            case 'i', 'l' -> PartOfSpeech.VERB;
            case 'g' -> PartOfSpeech.NOUN;
            default -> PartOfSpeech.X;
        };
    }

    private static PartOfSpeech noun(String tag) {
        return tag.startsWith("nr") || tag.startsWith("ns") || tag.startsWith("nz")
                ? PartOfSpeech.PROPN
                : PartOfSpeech.NOUN;
    }

    private static PartOfSpeech verb(String word, String tag) {
        if (MODAL.contains(word)) {
            return PartOfSpeech.AUX;
        }
        return switch (tag) {
            case "vn" -> PartOfSpeech.NOUN;
            case "vd" -> PartOfSpeech.ADV;
            default -> PartOfSpeech.VERB;
        };
    }
}
