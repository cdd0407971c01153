package dev.parlance.analysis.language.german;

import dev.parlance.analysis.language.dictionary.CommonWords;
import dev.parlance.analysis.language.dictionary.FrequencyBands;
import dev.parlance.analysis.language.dictionary.LemmaExceptions;
import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import dev.parlance.analysis.language.spaced.Orthography;
import dev.parlance.analysis.language.spaced.SpacedScanner;
import dev.parlance.analysis.language.spaced.SpacedTokenizer;
import dev.parlance.analysis.language.tagging.MaxentTagger;
import dev.parlance.analysis.language.text.Lazy;
import dev.parlance.analysis.language.text.Tokenizer;
import java.util.Locale;

/// The tokenizer of German, after the treebank GSD. The lemma of a noun has a capital (`Haus` for `Häuser`), of a
/// verb it is the infinitive (`gehen` for `ging`), of an adjective the form without an ending.
///
/// A compound is one word (`Parfümkreation` for `Parfümkreationen`). A preposition with an article (`im`, `zum`) is
/// one word and its own lemma. A separated verb prefix stays separate (`kommen` for `kommt … an`). The dictionary
/// and the tagger's model take some megabytes.
public final class GermanTokenizer {
    private static final String RESOURCES = "/org/languagetool/resource/de/";
    private static final Lazy<Tokenizer> INSTANCE = new Lazy<>(GermanTokenizer::load);

    private GermanTokenizer() {}

    /// One instance for all callers, loaded by the first call.
    public static Tokenizer instance() {
        return INSTANCE.get();
    }

    private static Tokenizer load() {
        MorphologicalDictionary dictionary = MorphologicalDictionary.load(RESOURCES + "german");
        return new SpacedTokenizer(
                "de",
                new SpacedScanner(Orthography.load("/words/de-orthography.tsv")),
                MaxentTagger.load("/opennlp-de-ud-gsd-pos-1.3-2.5.4.bin"),
                new GermanLexicon(dictionary, LemmaExceptions.load("/words/de-lemmas.tsv")),
                bands(dictionary));
    }

    /// By rank in the list of common words. The dictionary has no frequencies: its other words count as rarer than the
    /// list.
    private static FrequencyBands bands(MorphologicalDictionary dictionary) {
        CommonWords commonWords = CommonWords.load(RESOURCES + "common_words.txt");
        return FrequencyBands.of("de", word -> {
            String form = word.display();
            Integer rank = commonWords.rank(form.toLowerCase(Locale.GERMAN));
            if (rank != null) {
                return -rank;
            }
            return dictionary.entries(form).isEmpty() ? FrequencyBands.UNKNOWN : -Integer.MAX_VALUE;
        });
    }
}
