package dev.parlance.analysis.language.romance;

import java.util.List;

/// What tells the four languages apart, for the readers and the tables that they share.
///
/// The dictionaries are LanguageTool's, used as data; where they carry no frequencies, the order of LanguageTool's
/// common words stands for them.
public enum RomanceLanguage {
    ITALIAN("it", "/org/languagetool/resource/it/italian", Tagset.MORPH_IT, Hyphens.HOLD, "aà eèé iì oòó uù"),
    SPANISH("es", "/org/languagetool/resource/es/es-ES", Tagset.EAGLES, Hyphens.PART, "aá eé ií oó uúü nñ"),
    FRENCH(
            "fr",
            "/org/languagetool/resource/fr/french",
            Tagset.FRENCH,
            Hyphens.HOLD_BUT_PRONOUNS,
            "aàâ eéèêë iîï oôö uùûü cç"),
    PORTUGUESE(
            "pt", "/org/languagetool/resource/pt/portuguese", Tagset.EAGLES, Hyphens.HOLD, "aáàâã eéê ií oóôõ uúü cç");

    /// What a hyphen between letters does.
    enum Hyphens {
        HOLD,
        PART,
        /// `peut-être` stays whole, `a-t-il` and `donne-moi` part before the pronoun.
        HOLD_BUT_PRONOUNS
    }

    private final String code;
    private final String dictionary;
    private final Tagset tagset;
    private final Hyphens hyphens;
    private final String accents;

    RomanceLanguage(String code, String dictionary, Tagset tagset, Hyphens hyphens, String accents) {
        this.code = code;
        this.dictionary = dictionary;
        this.tagset = tagset;
        this.hyphens = hyphens;
        this.accents = accents;
    }

    String code() {
        return code;
    }

    /// The resource without its ending: `.dict` holds the automaton, `.info` what is to be known about it.
    String dictionary() {
        return dictionary;
    }

    Commonness commonness(Automaton forms) {
        return switch (this) {
            case SPANISH, FRENCH -> Commonness.inLetters(forms);
            case PORTUGUESE -> Commonness.inLetters(Automaton.read("/org/languagetool/resource/pt/spelling/pt-BR"));
            case ITALIAN -> Commonness.inOrder(forms, "/org/languagetool/resource/it/common_words.txt");
        };
    }

    Tagset tagset() {
        return tagset;
    }

    Hyphens hyphens() {
        return hyphens;
    }

    /// The letters that a learner takes for one another, the plain one first.
    List<String> accents() {
        return List.of(accents.split(" ", -1));
    }
}
