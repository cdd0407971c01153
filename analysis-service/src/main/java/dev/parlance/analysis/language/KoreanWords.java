package dev.parlance.analysis.language;

import com.ibm.icu.text.Normalizer2;
import dev.parlance.analysis.language.KoreanMorphemes.Morpheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Korean words: what stands between spaces and punctuation, 학교에서 in one, as Universal Dependencies and
/// every Korean school book have it. The lemma is what a dictionary lists: see [KoreanWord].
///
/// A text is read in its composed (NFC) form. Words in other scripts are folded as every other language's are.
/// The dictionary takes some 25 MB and a second, once, when the first Korean text is read.
final class KoreanWords implements WordReader {
    private static final String LANGUAGE = "ko";
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private final WordReader otherScripts = new IcuWords(LANGUAGE);
    private final Casing casing = new Casing(Locale.KOREAN);

    @Override
    public List<Token> words(String text) {
        int[] places = Eojeols.of(text);
        String composed = NFC.normalize(text);
        int[] read = composed.equals(text) ? places : Eojeols.of(composed);
        var words = new ArrayList<Token>(places.length / 2);
        List<Morpheme> morphemes = Letters.hangulIn(composed) ? KoreanMorphemes.of(composed) : List.of();
        int next = 0;
        for (int i = 0; i < places.length; i += 2) {
            String surface = text.substring(places[i], places[i + 1]);
            if (read.length != places.length || !Letters.hangulIn(composed, read[i], read[i + 1])) {
                addOther(surface, places[i], words);
                continue;
            }
            int first = from(morphemes, next, read[i]);
            next = from(morphemes, first, read[i + 1]);
            String whole = casing.lemma(composed.substring(read[i], read[i + 1]));
            words.add(korean(
                    KoreanWord.of(composed, read[i], morphemes.subList(first, next)), whole, surface, places[i]));
        }
        return words;
    }

    private Token korean(KoreanWord word, String whole, String surface, int start) {
        String lemma = word.lemma() == null ? whole : casing.lemma(word.lemma());
        return new Token(LANGUAGE, lemma, lemma, surface, word.partOfSpeech(), null, start, start + surface.length());
    }

    /// The first morpheme that begins there or later.
    private static int from(List<Morpheme> morphemes, int first, int place) {
        int at = first;
        while (at < morphemes.size() && morphemes.get(at).start() < place) {
            at++;
        }
        return at;
    }

    /// Latin compounds and Han stay whole, other scripts have boundaries of their own.
    private void addOther(String surface, int start, List<Token> words) {
        if (casing.isPlain(surface) || Letters.onlyHanOrLatinIn(surface)) {
            words.add(new Token(
                    LANGUAGE,
                    casing.lemma(surface),
                    casing.display(surface),
                    surface,
                    start,
                    start + surface.length()));
            return;
        }
        for (Token word : otherScripts.words(surface)) {
            words.add(word.after(start));
        }
    }
}
