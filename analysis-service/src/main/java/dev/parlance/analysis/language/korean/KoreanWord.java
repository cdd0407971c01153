package dev.parlance.analysis.language.korean;

import dev.parlance.analysis.language.korean.KoreanMorphemes.Morpheme;
import dev.parlance.analysis.language.text.PartOfSpeech;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.ko.POS;

/// The lemma and part of speech of a Korean word: 학교 for 학교에서, 가다 for 갔어요, 주관하다 for 주관하고, 학생 for
/// 학생이에요.
///
/// The lemma has no particles, endings, plural 들, copula 이다 after a noun, or digits (개 for 8개). A predicate's lemma
/// is its dictionary form in 다, including a noun or root before 하다, 되다 and the like. An auxiliary verb in the same
/// word is left out (가다 for 가보니), but for the 하다 that makes an adjective of feeling a verb (좋아하다 for 좋아해요).
///
/// @param lemma null if the morphemes are only particles, endings and digits
record KoreanWord(String lemma, PartOfSpeech partOfSpeech) {
    private static final String PLURAL = "들";

    /// Variants of pronouns: before the particle 가, and colloquial ones.
    private static final Map<String, String> PRONOUNS =
            Map.of("제", "저", "내", "나", "네", "너", "이거", "이것", "그거", "그것", "저거", "저것");

    /// @param word its morphemes, with offsets in `text`
    static KoreanWord of(String text, int start, List<Morpheme> word) {
        var stem = new StringBuilder();
        PartOfSpeech part = null;
        for (int i = 0; i < word.size(); i++) {
            var morpheme = word.get(i);
            if (isPredicate(morpheme.tag())) {
                return predicate(text, start, word, i, stem);
            }
            var nominalPart = nominal(morpheme.tag());
            if (nominalPart == null && !stem.isEmpty()) {
                break;
            }
            boolean plural = morpheme.tag() == POS.Tag.XSN && morpheme.form().equals(PLURAL);
            if (nominalPart != null && !plural) {
                boolean attached = part != null && (nominalPart == PartOfSpeech.X || morpheme.tag() == POS.Tag.XSN);
                part = attached ? part : nominalPart;
                stem.append(
                        stem.isEmpty() && nominalPart == PartOfSpeech.PRON
                                ? pronoun(morpheme.form())
                                : morpheme.form());
            }
        }
        return stem.isEmpty()
                ? new KoreanWord(null, partOfSpeechWithoutStem(word))
                : new KoreanWord(noun(stem.toString()), part);
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
        boolean feelingVerb = head.tag() == POS.Tag.VA
                && at + 2 < word.size()
                && word.get(at + 1).tag() == POS.Tag.EC
                && word.get(at + 2).form().equals("하");
        if (feelingVerb) {
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

    /// mecab-ko-dic misspells 물론.
    private static String noun(String form) {
        return form.equals("몰론") ? "물론" : form;
    }

    /// A particle is a word of its own only after a bracket: 협의회(KTA)가.
    private static PartOfSpeech partOfSpeechWithoutStem(List<Morpheme> word) {
        return word.stream().anyMatch(Morpheme::isParticle) ? PartOfSpeech.ADP : PartOfSpeech.X;
    }
}
