package dev.parlance.analysis.language;

import dev.parlance.analysis.language.KoreanMorphemes.Morpheme;
import java.util.List;
import org.apache.lucene.analysis.ko.POS;

/// What a Korean word says without what is put on it: 학교에서 is 학교, 갔어요 가다, 주관하고 주관하다, 학생이에요 학생.
///
/// Particles, endings, the plural 들 and the copula 이다 after a noun belong to no word's identity; a figure does not either
/// (8개 is 개). A predicate is named by its dictionary form in 다, with the noun or root that 하다, 되다 and their like make
/// a predicate of; an auxiliary verb in the same word (가보니, from 가다 and 보다) does not count.
///
/// @param lemma null where the morphemes are particles, endings and figures alone
record KoreanWord(String lemma, PartOfSpeech partOfSpeech) {
    private static final String PLURAL = "들";

    static KoreanWord of(List<Morpheme> morphemes) {
        var stem = new StringBuilder();
        PartOfSpeech part = null;
        for (var morpheme : morphemes) {
            switch (morpheme.tag()) {
                case NNG, NNB, NNBC, SH, XR, XPN -> part = PartOfSpeech.NOUN;
                case NNP -> part = PartOfSpeech.PROPN;
                case NP -> part = PartOfSpeech.PRON;
                case NR -> part = PartOfSpeech.NUM;
                case MM -> part = PartOfSpeech.DET;
                case MAG -> part = PartOfSpeech.ADV;
                case MAJ -> part = PartOfSpeech.CCONJ;
                case IC -> part = PartOfSpeech.INTJ;
                case SL, UNKNOWN, UNA, NA -> part = part == null ? PartOfSpeech.X : part;
                case XSN -> part = part == null ? PartOfSpeech.NOUN : part;
                case VV, VX, VA, VCN, XSV, XSA, VSV -> {
                    return new KoreanWord(stem.append(morpheme.form()).append('다').toString(), predicate(morpheme.tag()));
                }
                default -> {
                    if (!stem.isEmpty()) {
                        return new KoreanWord(stem.toString(), part);
                    }
                    continue;
                }
            }
            boolean plural = morpheme.tag() == POS.Tag.XSN && morpheme.form().equals(PLURAL);
            if (!plural) {
                stem.append(morpheme.form());
            }
        }
        return new KoreanWord(stem.isEmpty() ? null : stem.toString(), stem.isEmpty() ? particle(morphemes) : part);
    }

    private static PartOfSpeech predicate(POS.Tag tag) {
        return switch (tag) {
            case VA, VCN, XSA -> PartOfSpeech.ADJ;
            case VX -> PartOfSpeech.AUX;
            default -> PartOfSpeech.VERB;
        };
    }

    /// A word of its own only where a bracket stands before it: 협의회(KTA)가.
    private static PartOfSpeech particle(List<Morpheme> morphemes) {
        for (var morpheme : morphemes) {
            if (morpheme.tag().name().startsWith("J")) {
                return PartOfSpeech.ADP;
            }
        }
        return PartOfSpeech.X;
    }
}
