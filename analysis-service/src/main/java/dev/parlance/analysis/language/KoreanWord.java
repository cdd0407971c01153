package dev.parlance.analysis.language;

import dev.parlance.analysis.language.KoreanMorphemes.Morpheme;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.ko.POS;

/// What a Korean word says without what is put on it: 학교에서 is 학교, 갔어요 가다, 주관하고 주관하다,
/// 학생이에요 학생.
///
/// Particles, endings, the plural 들 and the copula 이다 after a noun belong to no word's identity; a figure
/// does not either (8개 is 개). A predicate is named by its dictionary form in 다, with the noun or root of
/// which 하다, 되다 and their like make one; an auxiliary verb in the same word (가보니, from 가다 and 보다)
/// does not count, but for the 하다 that makes a verb of a feeling (좋아해요 is 좋아하다).
///
/// @param lemma null where the morphemes are particles, endings and figures alone
record KoreanWord(String lemma, PartOfSpeech partOfSpeech) {
    private static final String PLURAL = "들";

    /// Other forms of a pronoun: that before 가, and the one of speech.
    private static final Map<String, String> PRONOUNS =
            Map.of("제", "저", "내", "나", "네", "너", "이거", "이것", "그거", "그것", "저거", "저것");

    /// @param word with the morphemes' places in `text`
    static KoreanWord of(String text, int start, List<Morpheme> word) {
        var stem = new StringBuilder();
        PartOfSpeech part = null;
        for (int i = 0; i < word.size(); i++) {
            var morpheme = word.get(i);
            if (isPredicate(morpheme.tag())) {
                return predicate(text, start, word, i, stem);
            }
            var kind = nominal(morpheme.tag());
            if (kind == null && !stem.isEmpty()) {
                break;
            }
            boolean plural = morpheme.tag() == POS.Tag.XSN && morpheme.form().equals(PLURAL);
            if (kind != null && !plural) {
                boolean attached = part != null && (kind == PartOfSpeech.X || morpheme.tag() == POS.Tag.XSN);
                part = attached ? part : kind;
                stem.append(stem.isEmpty() && kind == PartOfSpeech.PRON ? pronoun(morpheme.form()) : morpheme.form());
            }
        }
        return stem.isEmpty() ? new KoreanWord(null, leftOver(word)) : new KoreanWord(noun(stem.toString()), part);
    }

    private static PartOfSpeech nominal(POS.Tag tag) {
        return switch (tag) {
            case NNG, NNB, NNBC, SH, XR, XPN, XSN -> PartOfSpeech.NOUN;
            case NNP -> PartOfSpeech.PROPN;
            case NP -> PartOfSpeech.PRON;
            case NR -> PartOfSpeech.NUM;
            case MM -> PartOfSpeech.DET;
            case MAG -> PartOfSpeech.ADV;
            case MAJ -> PartOfSpeech.CCONJ;
            case IC -> PartOfSpeech.INTJ;
            case SL, UNKNOWN, UNA, NA -> PartOfSpeech.X;
            default -> null;
        };
    }

    private static boolean isPredicate(POS.Tag tag) {
        return switch (tag) {
            case VV, VX, VA, VCN, XSV, XSA, VSV -> true;
            default -> false;
        };
    }

    private static KoreanWord predicate(String text, int start, List<Morpheme> word, int at, StringBuilder stem) {
        var head = word.get(at);
        boolean feels = head.tag() == POS.Tag.VA
                && at + 2 < word.size()
                && word.get(at + 1).tag() == POS.Tag.EC
                && word.get(at + 2).form().equals("하");
        if (feels) {
            return new KoreanWord(text.substring(start, word.get(at + 2).start()) + "하다", PartOfSpeech.VERB);
        }
        String lemma = stem.append(KoreanStems.of(head, text)).append('다').toString();
        return new KoreanWord(
                lemma,
                switch (head.tag()) {
                    case VA, VCN, XSA -> PartOfSpeech.ADJ;
                    case VX -> PartOfSpeech.AUX;
                    default -> PartOfSpeech.VERB;
                });
    }

    private static String pronoun(String form) {
        return PRONOUNS.getOrDefault(form, form);
    }

    /// The dictionary has 물론 misspelt.
    private static String noun(String form) {
        return form.equals("몰론") ? "물론" : form;
    }

    /// A particle is a word of its own only where a bracket stands before it: 협의회(KTA)가.
    private static PartOfSpeech leftOver(List<Morpheme> word) {
        return word.stream().anyMatch(Morpheme::isParticle) ? PartOfSpeech.ADP : PartOfSpeech.X;
    }
}
