package dev.parlance.analysis.language;

/// The part of speech of a Chinese word as Universal Dependencies has it, out of the tag of the Peking
/// University corpus that HanLP gives it, and of closed classes where that tag says too little.
///
/// Source: https://universaldependencies.org/zh/
final class ChineseParts {
    private ChineseParts() {}

    /// @param tag of the Peking University corpus: n, nr, v, …
    static PartOfSpeech of(String word, String tag) {
        if (ChineseClasses.COPULAS.contains(word)
                && (tag.startsWith("v") || tag.startsWith("d") || tag.startsWith("c"))) {
            return PartOfSpeech.AUX;
        }
        if (ChineseClasses.GREETINGS.contains(word)) {
            return PartOfSpeech.INTJ;
        }
        if (ChineseClasses.ADVERBS.contains(word)) {
            return PartOfSpeech.ADV;
        }
        return switch (tag.charAt(0)) {
            case 'n' -> noun(word, tag);
            case 't', 's', 'q', 'g' -> PartOfSpeech.NOUN;
            case 'f' -> ChineseClasses.LOCALIZERS.contains(word) ? PartOfSpeech.ADP : PartOfSpeech.NOUN;
            case 'v' -> verb(word, tag);
            case 'a' -> tag.equals("an") ? PartOfSpeech.NOUN : tag.equals("ad") ? PartOfSpeech.ADV : PartOfSpeech.ADJ;
            case 'b', 'z' -> PartOfSpeech.ADJ;
            case 'd' -> ChineseClasses.MODALS.contains(word) ? PartOfSpeech.AUX : PartOfSpeech.ADV;
            case 'm' -> PartOfSpeech.NUM;
            case 'r' -> ChineseClasses.DETERMINERS.contains(word) ? PartOfSpeech.DET : PartOfSpeech.PRON;
            case 'p' -> word.equals("被") ? PartOfSpeech.AUX : PartOfSpeech.ADP;
            case 'c' -> ChineseClasses.COORDINATORS.contains(word) ? PartOfSpeech.CCONJ : PartOfSpeech.SCONJ;
            case 'u' -> word.equals("了") || word.equals("着") || word.equals("过") ? PartOfSpeech.AUX : PartOfSpeech.PART;
            case 'y', 'h', 'k' -> PartOfSpeech.PART;
            case 'e', 'o' -> PartOfSpeech.INTJ;
            case 'i', 'l' -> PartOfSpeech.VERB;
            default -> PartOfSpeech.X;
        };
    }

    private static PartOfSpeech noun(String word, String tag) {
        return tag.startsWith("nr") || tag.startsWith("ns") || (tag.startsWith("nz") && !isTongue(word))
                ? PartOfSpeech.PROPN
                : PartOfSpeech.NOUN;
    }

    /// 中文, 法语 and 广东话 are names to the corpus and nouns to who learns them.
    private static boolean isTongue(String word) {
        return "语文话".indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    private static PartOfSpeech verb(String word, String tag) {
        if (ChineseClasses.MODALS.contains(word)) {
            return PartOfSpeech.AUX;
        }
        return switch (tag) {
            case "vn" -> PartOfSpeech.NOUN;
            case "vd" -> PartOfSpeech.ADV;
            default -> PartOfSpeech.VERB;
        };
    }
}
