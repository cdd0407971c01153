package dev.parlance.analysis.language.korean;

import com.ibm.icu.text.Normalizer2;
import dev.parlance.analysis.language.korean.KoreanMorphemes.Morpheme;
import dev.parlance.analysis.language.text.CaseFolding;
import dev.parlance.analysis.language.text.CharacterClasses;
import dev.parlance.analysis.language.text.IcuTokenizer;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tokenizer of Korean, by eojeols, as in Universal Dependencies and in Korean textbooks: 학교에서 is one word. The
/// lemma is the dictionary form, see [KoreanWord].
///
/// A text is analyzed in its composed (NFC) form. Words in other scripts have their case-folded form as lemma. The
/// dictionary takes some 25 MB and a second, once, with the first Korean text.
public final class KoreanWordTokenizer implements Tokenizer {
    private static final String LANGUAGE = "ko";
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private final Tokenizer otherScripts = new IcuTokenizer(LANGUAGE);
    private final CaseFolding caseFolding = new CaseFolding(Locale.KOREAN);

    @Override
    public List<Token> tokenize(String text) {
        int[] eojeols = Eojeols.of(text);
        String composed = NFC.normalize(text);
        int[] composedEojeols = composed.equals(text) ? eojeols : Eojeols.of(composed);
        var words = new ArrayList<Token>(eojeols.length / 2);
        List<Morpheme> morphemes = CharacterClasses.containsHangul(composed) ? KoreanMorphemes.of(composed) : List.of();
        int next = 0;
        for (int i = 0; i < eojeols.length; i += 2) {
            String surface = text.substring(eojeols[i], eojeols[i + 1]);
            if (composedEojeols.length != eojeols.length
                    || !CharacterClasses.containsHangul(composed, composedEojeols[i], composedEojeols[i + 1])) {
                addOtherScript(surface, eojeols[i], words);
                continue;
            }
            int first = firstMorphemeAt(morphemes, next, composedEojeols[i]);
            next = firstMorphemeAt(morphemes, first, composedEojeols[i + 1]);
            String folded = caseFolding.fold(composed.substring(composedEojeols[i], composedEojeols[i + 1]));
            words.add(koreanToken(
                    KoreanWord.of(composed, composedEojeols[i], morphemes.subList(first, next)),
                    folded,
                    surface,
                    eojeols[i]));
        }
        return words;
    }

    private Token koreanToken(KoreanWord word, String folded, String surface, int start) {
        String lemma = word.lemma() == null ? folded : caseFolding.fold(word.lemma());
        return new Token(LANGUAGE, lemma, lemma, surface, word.partOfSpeech(), null, start, start + surface.length());
    }

    /// The index of the first morpheme that starts at the offset or later.
    private static int firstMorphemeAt(List<Morpheme> morphemes, int first, int offset) {
        int at = first;
        while (at < morphemes.size() && morphemes.get(at).start() < offset) {
            at++;
        }
        return at;
    }

    /// ASCII compounds and Han stay whole; other scripts are split by Unicode's word boundaries.
    private void addOtherScript(String surface, int start, List<Token> words) {
        if (caseFolding.isLowerCaseAscii(surface) || CharacterClasses.isHanOrAsciiOnly(surface)) {
            words.add(new Token(
                    LANGUAGE,
                    caseFolding.fold(surface),
                    caseFolding.lowerCase(surface),
                    surface,
                    start,
                    start + surface.length()));
            return;
        }
        for (Token word : otherScripts.tokenize(surface)) {
            words.add(word.shiftedBy(start));
        }
    }
}
