package dev.parlance.analysis.language;

/// German words, as the treebank GSD cuts and names them, and as a dictionary lists them: a noun is shown with its
/// capital (`Häuser` is `Haus`), a verb in its infinitive (`ging` is `gehen`), an adjective without an ending.
///
/// A compound is one word of its own (`Parfümkreationen` is `Parfümkreation`). A preposition with an article
/// (`im`, `zum`) is one word and its own lemma. A verb's prefix that stands apart is not put back (`kommt … an` is
/// `kommen`). The dictionary and the tagger's model take some megabytes, once, when the first German text is read.
final class GermanWords {
    private static final Once<WordReader> READER = new Once<>(() -> new TaggedWords(
            "de",
            new SpacedScanner(Orthography.read("/words/de-orthography.tsv")),
            Tagger.load("/opennlp-de-ud-gsd-pos-1.3-2.5.4.bin"),
            new GermanLexicon(
                    Morphology.load("/org/languagetool/resource/de/german"), ClosedForms.read("/words/de-lemmas.tsv")),
            Bands.NONE));

    private GermanWords() {}

    /// The same one for all who ask.
    static WordReader reader() {
        return READER.get();
    }
}
