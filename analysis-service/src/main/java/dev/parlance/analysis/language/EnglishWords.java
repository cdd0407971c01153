package dev.parlance.analysis.language;

import java.util.List;

/// English words, as the English Web Treebank cuts and names them.
///
/// A contraction is one word and its own lemma (`don't`, `I'm`), because that is how it is learnt; a possessive is
/// its noun (`Mary's` is `Mary`, `dogs'` is `dog`). A proper noun is its own lemma, as written. What children and
/// friends say (`gonna`, `wanna`, `mommy`, `uh-oh`) stays what it is. The dictionary and the tagger's model take
/// some megabytes, once, when the first English text is read.
final class EnglishWords implements WordReader {
    @Override
    public List<Token> words(String text) {
        return Models.READER.words(text);
    }

    @Override
    public int count(String text) {
        return Models.READER.count(text);
    }

    /// Loaded by the first English text, once for all readers.
    private static final class Models {
        static final WordReader READER = new TaggedWords(
                "en",
                new SpacedScanner(Orthography.read("/words/en-orthography.tsv")),
                Tagger.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"),
                new EnglishLexicon(
                        Morphology.load("/org/languagetool/resource/en/english"),
                        ClosedForms.read("/words/en-lemmas.tsv")));
    }
}
