package dev.parlance.analysis.language;

import dev.parlance.analysis.language.romance.Automaton;

/// English words, as the English Web Treebank cuts and names them.
///
/// A contraction is one word and its own lemma (`don't`, `I'm`), because that is how it is learnt; a possessive is
/// its noun (`Mary's` is `Mary`, `dogs'` is `dog`). A proper noun is its own lemma, as written. What children and
/// friends say (`gonna`, `wanna`, `mommy`, `uh-oh`) stays what it is. The dictionary and the tagger's model take
/// some megabytes, once, when the first English text is read.
final class EnglishWords {
    private static final String RESOURCES = "/org/languagetool/resource/en/";
    private static final Once<WordReader> READER = new Once<>(() -> new TaggedWords(
            "en",
            new SpacedScanner(Orthography.read("/words/en-orthography.tsv")),
            Tagger.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"),
            new EnglishLexicon(Morphology.load(RESOURCES + "english"), ClosedForms.read("/words/en-lemmas.tsv")),
            bands()));

    private EnglishWords() {}

    /// The same one for all who ask.
    static WordReader reader() {
        return READER.get();
    }

    /// By the dictionaries that check spelling, which alone tell frequencies; the American one comes first.
    private static Bands bands() {
        var american = Automaton.read(RESOURCES + "hunspell/en_US");
        var british = Automaton.read(RESOURCES + "hunspell/en_GB");
        return Bands.of("en", word -> {
            String form = word.display();
            if (american.knows(form)) {
                return american.frequency(form);
            }
            return british.knows(form) ? british.frequency(form) : Bands.UNKNOWN;
        });
    }
}
