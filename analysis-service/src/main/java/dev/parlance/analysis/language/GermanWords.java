package dev.parlance.analysis.language;

import java.util.Locale;

/// German words, as the treebank GSD cuts and names them, and as a dictionary lists them: a noun is shown with its
/// capital (`Häuser` is `Haus`), a verb in its infinitive (`ging` is `gehen`), an adjective without an ending.
///
/// A compound is one word of its own (`Parfümkreationen` is `Parfümkreation`). A preposition with an article
/// (`im`, `zum`) is one word and its own lemma. A verb's prefix that stands apart is not put back (`kommt … an` is
/// `kommen`). The dictionary and the tagger's model take some megabytes, once, when the first German text is read.
final class GermanWords {
    private static final String RESOURCES = "/org/languagetool/resource/de/";
    private static final Once<WordReader> READER = new Once<>(GermanWords::load);

    private GermanWords() {}

    /// The same one for all who ask.
    static WordReader reader() {
        return READER.get();
    }

    private static WordReader load() {
        Morphology dictionary = Morphology.load(RESOURCES + "german");
        return new TaggedWords(
                "de",
                new SpacedScanner(Orthography.read("/words/de-orthography.tsv")),
                Tagger.load("/opennlp-de-ud-gsd-pos-1.3-2.5.4.bin"),
                new GermanLexicon(dictionary, ClosedForms.read("/words/de-lemmas.tsv")),
                bands(dictionary));
    }

    /// The dictionary tells no frequencies: whatever is not among the common words is rarer than they are.
    private static Bands bands(Morphology dictionary) {
        CommonWords common = CommonWords.read(RESOURCES + "common_words.txt");
        return Bands.of("de", word -> {
            String form = word.display();
            Integer place = common.place(form.toLowerCase(Locale.GERMAN));
            if (place != null) {
                return -place;
            }
            return dictionary.readings(form).isEmpty() ? Bands.UNKNOWN : -Integer.MAX_VALUE;
        });
    }
}
