package dev.parlance.analysis.language.romance.morphology;

import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import java.util.List;

/// The languages of the shared tokenizer, with what differs between them.
///
/// The dictionaries are LanguageTool's, used as data. Where they have no frequencies, the ranks of LanguageTool's
/// common words replace them.
public enum RomanceLanguage {
    ITALIAN("it", "/org/languagetool/resource/it/italian", Tagset.MORPH_IT, HyphenRule.KEEP, "aà eèé iì oòó uù"),
    SPANISH("es", "/org/languagetool/resource/es/es-ES", Tagset.EAGLES, HyphenRule.SPLIT, "aá eé ií oó uúü nñ"),
    FRENCH(
            "fr",
            "/org/languagetool/resource/fr/french",
            Tagset.FRENCH,
            HyphenRule.SPLIT_PRONOUNS,
            "aàâ eéèêë iîï oôö uùûü cç"),
    PORTUGUESE(
            "pt",
            "/org/languagetool/resource/pt/portuguese",
            Tagset.EAGLES,
            HyphenRule.KEEP,
            "aáàâã eéê ií oóôõ uúü cç");

    /// Whether a hyphen between letters separates words.
    public enum HyphenRule {
        KEEP,
        SPLIT,
        /// Only before pronouns: `a-t-il` and `donne-moi` are split, `peut-être` is not.
        SPLIT_PRONOUNS
    }

    private final String code;
    private final String dictionary;
    private final Tagset tagset;
    private final HyphenRule hyphenRule;
    private final String accents;

    RomanceLanguage(String code, String dictionary, Tagset tagset, HyphenRule hyphenRule, String accents) {
        this.code = code;
        this.dictionary = dictionary;
        this.tagset = tagset;
        this.hyphenRule = hyphenRule;
        this.accents = accents;
    }

    public String code() {
        return code;
    }

    /// The resource, see [MorphologicalDictionary#load].
    String dictionary() {
        return dictionary;
    }

    WordFrequency wordFrequency(MorphologicalDictionary dictionary) {
        return switch (this) {
            case SPANISH, FRENCH -> WordFrequency.byFrequencyClass(dictionary);
            case PORTUGUESE ->
                WordFrequency.byFrequencyClass(
                        MorphologicalDictionary.load("/org/languagetool/resource/pt/spelling/pt-BR"));
            case ITALIAN -> WordFrequency.byRank(dictionary, "/org/languagetool/resource/it/common_words.txt");
        };
    }

    Tagset tagset() {
        return tagset;
    }

    public HyphenRule hyphenRule() {
        return hyphenRule;
    }

    /// Groups of letters that learners confuse, the one without accent first.
    List<String> accents() {
        return List.of(accents.split(" ", -1));
    }
}
