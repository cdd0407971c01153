package dev.parlance.analysis.language.english;

import dev.parlance.analysis.language.dictionary.FrequencyBands;
import dev.parlance.analysis.language.dictionary.LemmaExceptions;
import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import dev.parlance.analysis.language.spaced.Orthography;
import dev.parlance.analysis.language.spaced.SpacedScanner;
import dev.parlance.analysis.language.spaced.SpacedTokenizer;
import dev.parlance.analysis.language.tagging.MaxentTagger;
import dev.parlance.analysis.language.text.Lazy;
import dev.parlance.analysis.language.text.Tokenizer;

/// The tokenizer of English, after the English Web Treebank.
///
/// A contraction is one word and its own lemma (`don't`, `I'm`), as learners learn it; a possessive has the lemma of
/// its noun (`Mary` for `Mary's`, `dog` for `dogs'`). A proper noun is its own lemma, as written. Colloquial forms
/// (`gonna`, `wanna`, `mommy`, `uh-oh`) are lemmas of their own. The dictionary and the tagger's model take some
/// megabytes.
public final class EnglishTokenizer {
    private static final String RESOURCES = "/org/languagetool/resource/en/";
    private static final Lazy<Tokenizer> INSTANCE = new Lazy<>(() -> new SpacedTokenizer(
            "en",
            new SpacedScanner(Orthography.load("/words/en-orthography.tsv")),
            MaxentTagger.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"),
            new EnglishLexicon(
                    MorphologicalDictionary.load(RESOURCES + "english"), LemmaExceptions.load("/words/en-lemmas.tsv")),
            bands()));

    private EnglishTokenizer() {}

    /// One instance for all callers, loaded by the first call.
    public static Tokenizer instance() {
        return INSTANCE.get();
    }

    /// By the spelling dictionaries, the only ones with frequency classes; American before British.
    private static FrequencyBands bands() {
        var american = MorphologicalDictionary.load(RESOURCES + "hunspell/en_US");
        var british = MorphologicalDictionary.load(RESOURCES + "hunspell/en_GB");
        return FrequencyBands.of("en", word -> {
            String form = word.display();
            if (american.knows(form)) {
                return american.frequency(form);
            }
            return british.knows(form) ? british.frequency(form) : FrequencyBands.UNKNOWN;
        });
    }
}
