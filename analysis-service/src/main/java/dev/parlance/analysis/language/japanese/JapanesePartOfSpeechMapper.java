package dev.parlance.analysis.language.japanese;

import static dev.parlance.analysis.language.text.PartOfSpeech.ADJ;
import static dev.parlance.analysis.language.text.PartOfSpeech.ADP;
import static dev.parlance.analysis.language.text.PartOfSpeech.ADV;
import static dev.parlance.analysis.language.text.PartOfSpeech.AUX;
import static dev.parlance.analysis.language.text.PartOfSpeech.CCONJ;
import static dev.parlance.analysis.language.text.PartOfSpeech.DET;
import static dev.parlance.analysis.language.text.PartOfSpeech.INTJ;
import static dev.parlance.analysis.language.text.PartOfSpeech.NOUN;
import static dev.parlance.analysis.language.text.PartOfSpeech.NUM;
import static dev.parlance.analysis.language.text.PartOfSpeech.PART;
import static dev.parlance.analysis.language.text.PartOfSpeech.PRON;
import static dev.parlance.analysis.language.text.PartOfSpeech.PROPN;
import static dev.parlance.analysis.language.text.PartOfSpeech.SCONJ;
import static dev.parlance.analysis.language.text.PartOfSpeech.SYM;
import static dev.parlance.analysis.language.text.PartOfSpeech.VERB;
import static dev.parlance.analysis.language.text.PartOfSpeech.X;

import com.atilika.kuromoji.unidic.Token;
import dev.parlance.analysis.language.text.PartOfSpeech;
import java.util.List;
import java.util.Set;

/// Maps UniDic's tags to the parts of speech of Universal Dependencies for Japanese.
///
/// UniDic's tag is what a unit can be (名詞-普通名詞-サ変可能: a noun that する makes a verb), that of Universal
/// Dependencies what it is in context, so the neighbouring units decide: 勉強 is a verb before する and a noun elsewhere,
/// and that する is an auxiliary.
///
/// Source: https://universaldependencies.org/ja/
final class JapanesePartOfSpeechMapper {
    private static final Set<String> VERBALIZERS = Set.of("為る", "出来る", "致す", "為さる", "下さる", "頂く");
    private static final Set<String> DEMONSTRATIVES = Set.of("此の", "其の", "彼の", "何の", "或る", "我が", "斯かる");
    private static final String SURU_NOUN_PREFIX = "サ変";
    private static final String NA_ADJECTIVE_SUFFIX = "形状詞可能";

    private JapanesePartOfSpeechMapper() {}

    /// @param at index of the unit
    static PartOfSpeech map(List<Token> units, int at) {
        var unit = units.get(at);
        return switch (unit.getPartOfSpeechLevel1()) {
            case "名詞" -> noun(unit, units, at);
            case "代名詞" -> PRON;
            case "動詞" -> isVerbalizingAuxiliary(unit, units, at) ? AUX : VERB;
            case "形容詞" -> follows(units, at, "助動詞", "接続助詞") ? AUX : ADJ;
            case "形状詞" -> unit.getPartOfSpeechLevel2().equals("助動詞語幹") ? AUX : ADJ;
            case "連体詞" -> DEMONSTRATIVES.contains(unit.getLemma()) ? DET : ADJ;
            case "副詞" -> ADV;
            case "接続詞" -> CCONJ;
            case "感動詞" -> INTJ;
            case "助動詞" -> AUX;
            case "助詞" -> particle(unit);
            case "接頭辞" -> NOUN;
            case "接尾辞" -> suffix(unit);
            case "記号" -> unit.getPartOfSpeechLevel2().equals("文字") ? NOUN : SYM;
            case "補助記号" -> SYM;
            default -> X;
        };
    }

    private static PartOfSpeech noun(Token unit, List<Token> units, int at) {
        return switch (unit.getPartOfSpeechLevel2()) {
            case "固有名詞" -> PROPN;
            case "数詞" -> NUM;
            case "助動詞語幹" -> AUX;
            default -> {
                String kind = unit.getPartOfSpeechLevel3();
                var next = at + 1 < units.size() ? units.get(at + 1) : null;
                if (next == null || (!kind.startsWith(SURU_NOUN_PREFIX) && !kind.endsWith(NA_ADJECTIVE_SUFFIX))) {
                    yield NOUN;
                }
                if (kind.startsWith(SURU_NOUN_PREFIX) && isVerbalizer(next)) {
                    yield VERB;
                }
                yield kind.endsWith(NA_ADJECTIVE_SUFFIX) && isNaAdjectiveCopula(next) ? ADJ : NOUN;
            }
        };
    }

    private static boolean isVerbalizer(Token unit) {
        return unit.getPartOfSpeechLevel1().equals("動詞") && VERBALIZERS.contains(unit.getLemma());
    }

    /// The copula after a na-adjective: な in 親切な人, に in 親切に.
    private static boolean isNaAdjectiveCopula(Token unit) {
        String surface = unit.getSurface();
        return unit.getPartOfSpeechLevel1().equals("助動詞") && (surface.equals("な") || surface.equals("に"));
    }

    /// する right after a noun makes it a verb, also where UniDic does not list the noun for that (メモリー化する).
    private static boolean isVerbalizingAuxiliary(Token unit, List<Token> units, int at) {
        if (at == 0 || !isVerbalizer(unit)) {
            return false;
        }
        String before = units.get(at - 1).getPartOfSpeechLevel1();
        return before.equals("名詞") || before.equals("接尾辞");
    }

    private static boolean follows(List<Token> units, int at, String kind, String particle) {
        if (at == 0) {
            return false;
        }
        var before = units.get(at - 1);
        return before.getPartOfSpeechLevel1().equals(kind)
                || before.getPartOfSpeechLevel1().equals("形容詞")
                || before.getPartOfSpeechLevel2().equals(particle);
    }

    private static PartOfSpeech particle(Token unit) {
        return switch (unit.getPartOfSpeechLevel2()) {
            case "接続助詞", "準体助詞" -> SCONJ;
            case "終助詞" -> PART;
            default -> ADP;
        };
    }

    private static PartOfSpeech suffix(Token unit) {
        return switch (unit.getPartOfSpeechLevel2()) {
            case "名詞的" -> unit.getSurface().equals("さ") ? PART : NOUN;
            case "形容詞的" -> AUX;
            default -> PART;
        };
    }
}
