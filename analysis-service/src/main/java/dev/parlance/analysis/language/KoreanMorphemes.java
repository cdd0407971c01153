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

/// Takes Korean apart into morphemes, as mecab-ko-dic has them: 갔어요 is 가 (verb), 았 (past), 어요 (ending). One for each
/// text: it remembers where it is.
final class KoreanMorphemes {
    /// @param form with contractions undone
    /// @param start first UTF-16 code unit of the piece of text that it comes from, which contracted ones share
    record Morpheme(String form, POS.Tag tag, int start) {}

    private final KoreanTokenizer tokenizer = new KoreanTokenizer(
            TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.NONE, false, false);
    private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    private final PartOfSpeechAttribute part = tokenizer.addAttribute(PartOfSpeechAttribute.class);

    List<Morpheme> of(String text) {
        var morphemes = new ArrayList<Morpheme>();
        try {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                add(morphemes);
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringReader has none
        }
        return morphemes;
    }

    /// A compound noun (한국어) stays whole, a contraction is taken apart.
    private void add(List<Morpheme> morphemes) {
        var inner = part.getMorphemes();
        boolean contracted = part.getPOSType() == POS.Type.INFLECT || part.getPOSType() == POS.Type.PREANALYSIS;
        if (!contracted || inner == null) {
            morphemes.add(new Morpheme(term.toString(), part.getLeftPOS(), offset.startOffset()));
            return;
        }
        for (var morpheme : inner) {
            morphemes.add(new Morpheme(morpheme.surfaceForm(), morpheme.posTag(), offset.startOffset()));
        }
    }
}
