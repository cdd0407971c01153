package dev.parlance.analysis.language;

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

/// Takes a Korean text apart into morphemes, as mecab-ko-dic has them: 갔어요 is 가 (verb), 았 (past), 어요
/// (ending).
final class KoreanMorphemes {
    /// @param form with contractions undone
    /// @param start first UTF-16 code unit of the piece of text that it comes from, which contracted ones share
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

    /// In order. The whole text at once: what stands before a word decides how it is read.
    static List<Morpheme> of(String text) {
        var reader = new KoreanMorphemes(text.length());
        try (var tokenizer = reader.tokenizer) {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                reader.add();
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringReader has none
        }
        return reader.morphemes;
    }

    /// A compound noun (한국어) stays whole, a contraction is taken apart.
    private void add() {
        boolean contracted = part.getPOSType() == POS.Type.INFLECT || part.getPOSType() == POS.Type.PREANALYSIS;
        var inner = contracted ? part.getMorphemes() : null;
        if (inner == null) {
            morphemes.add(new Morpheme(term.toString(), part.getLeftPOS(), offset.startOffset()));
            return;
        }
        for (var morpheme : inner) {
            morphemes.add(new Morpheme(morpheme.surfaceForm(), morpheme.posTag(), offset.startOffset()));
        }
    }
}
