package dev.parlance.analysis.language;

import dev.parlance.analysis.language.KoreanMorphemes.Morpheme;
import java.util.ArrayList;
import java.util.List;

/// Korean words: what stands between spaces and punctuation, 학교에서 in one, as Universal Dependencies and every Korean
/// school book have it. The lemma is what a dictionary lists: see [KoreanWord].
///
/// Each word is read by itself, in its composed (NFC) form. Other scripts are folded as every other language is. The
/// dictionary takes some 30 MB and half a second, once, when the first Korean text is read.
final class KoreanWords implements WordReader {
    private static final String LANGUAGE = "ko";

    private final IcuWords boundaries = new IcuWords(LANGUAGE);

    @Override
    public List<Token> words(String text) {
        var found = boundaries.words(text);
        var words = new ArrayList<Token>(found.size());
        KoreanMorphemes reader = null;
        for (var word : found) {
            if (Letters.hangulIn(word.lemma())) {
                reader = reader == null ? new KoreanMorphemes() : reader;
                words.add(korean(word, reader));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    @Override
    public int count(String text) {
        return boundaries.count(text);
    }

    private static Token korean(Token word, KoreanMorphemes reader) {
        List<Morpheme> morphemes = reader.of(word.lemma());
        var read = KoreanWord.of(morphemes);
        String lemma = read.lemma() == null ? word.lemma() : read.lemma();
        return new Token(
                LANGUAGE, lemma, lemma, word.surface(), read.partOfSpeech(), null, word.start(), word.end());
    }
}
