package dev.parlance.analysis.language.korean;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Analyzes a Korean text into the morphemes of mecab-ko-dic: 갔어요 is 가 (verb), 았 (past), 어요 (ending).
final class KoreanMorphemes {
    /// @param form with contractions expanded
    /// @param start first UTF-16 code unit in the text; the same for all morphemes of a contraction
    record Morpheme(String form, POS.Tag tag, int start) {
        boolean isParticle() {
            return switch (tag) {
                case JKS, JKC, JKG, JKO, JKB, JKV, JKQ, JX, JC -> true;
                default -> false;
            };
        }
    }

    private final KoreanTokenizer tokenizer =
            new KoreanTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.NONE, false, false);
    private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    private final PartOfSpeechAttribute part = tokenizer.addAttribute(PartOfSpeechAttribute.class);
    private final List<Morpheme> morphemes;

    private KoreanMorphemes(int length) {
        this.morphemes = new ArrayList<>(length);
    }

    /// In order. Needs the whole text: the words before decide how one is analyzed.
    static List<Morpheme> of(String text) {
        var analysis = new KoreanMorphemes(text.length());
        try (var tokenizer = analysis.tokenizer) {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                analysis.add();
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringReader throws none
        }
        return analysis.morphemes;
    }

    /// A compound noun (한국어) stays whole, a contraction is expanded.
    private void add() {
        boolean contracted = part.getPOSType() == POS.Type.INFLECT || part.getPOSType() == POS.Type.PREANALYSIS;
        var parts = contracted ? part.getMorphemes() : null;
        if (parts == null) {
            morphemes.add(new Morpheme(term.toString(), part.getLeftPOS(), offset.startOffset()));
            return;
        }
        for (var morpheme : parts) {
            morphemes.add(new Morpheme(morpheme.surfaceForm(), morpheme.posTag(), offset.startOffset()));
        }
    }
}
