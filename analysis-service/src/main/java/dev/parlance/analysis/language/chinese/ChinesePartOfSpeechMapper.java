package dev.parlance.analysis.language.chinese;

import dev.parlance.analysis.language.text.PartOfSpeech;

/// Maps HanLP's tags, those of the Peking University corpus, to the parts of speech of Universal Dependencies; with
/// lists of closed classes where the tags are too coarse.
///
/// Source: https://universaldependencies.org/zh/
final class ChinesePartOfSpeechMapper {
    private ChinesePartOfSpeechMapper() {}

    /// @param tag of the Peking University corpus: n, nr, v, …
    static PartOfSpeech map(String word, String tag) {
        if (ChineseWordClasses.COPULAS.contains(word)
                && (tag.startsWith("v") || tag.startsWith("d") || tag.startsWith("c"))) {
            return PartOfSpeech.AUX;
        }
        if (ChineseWordClasses.GREETINGS.contains(word)) {
            return PartOfSpeech.INTJ;
        }
        if (ChineseWordClasses.ADVERBS.contains(word)) {
            return PartOfSpeech.ADV;
        }
        return switch (tag.charAt(0)) {
            case 'n' -> noun(word, tag);
            case 't', 's', 'q', 'g' -> PartOfSpeech.NOUN;
            case 'f' -> ChineseWordClasses.LOCALIZERS.contains(word) ? PartOfSpeech.ADP : PartOfSpeech.NOUN;
            case 'v' -> verb(word, tag);
            case 'a' -> tag.equals("an") ? PartOfSpeech.NOUN : tag.equals("ad") ? PartOfSpeech.ADV : PartOfSpeech.ADJ;
            case 'b', 'z' -> PartOfSpeech.ADJ;
            case 'd' -> ChineseWordClasses.MODALS.contains(word) ? PartOfSpeech.AUX : PartOfSpeech.ADV;
            case 'm' -> PartOfSpeech.NUM;
            case 'r' -> ChineseWordClasses.DETERMINERS.contains(word) ? PartOfSpeech.DET : PartOfSpeech.PRON;
            case 'p' -> word.equals("被") ? PartOfSpeech.AUX : PartOfSpeech.ADP;
            case 'c' -> ChineseWordClasses.COORDINATORS.contains(word) ? PartOfSpeech.CCONJ : PartOfSpeech.SCONJ;
            case 'u' -> word.equals("了") || word.equals("着") || word.equals("过") ? PartOfSpeech.AUX : PartOfSpeech.PART;
            case 'y', 'h', 'k' -> PartOfSpeech.PART;
            case 'e', 'o' -> PartOfSpeech.INTJ;
            case 'i', 'l' -> PartOfSpeech.VERB;
            default -> PartOfSpeech.X;
        };
    }

    private static PartOfSpeech noun(String word, String tag) {
        return tag.startsWith("nr") || tag.startsWith("ns") || (tag.startsWith("nz") && !isLanguageName(word))
                ? PartOfSpeech.PROPN
                : PartOfSpeech.NOUN;
    }

    /// 中文, 法语 and 广东话 are names in the corpus, but nouns here.
    private static boolean isLanguageName(String word) {
        return "语文话".indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    private static PartOfSpeech verb(String word, String tag) {
        if (ChineseWordClasses.MODALS.contains(word)) {
            return PartOfSpeech.AUX;
        }
        return switch (tag) {
            case "vn" -> PartOfSpeech.NOUN;
            case "vd" -> PartOfSpeech.ADV;
            default -> PartOfSpeech.VERB;
        };
    }
}
