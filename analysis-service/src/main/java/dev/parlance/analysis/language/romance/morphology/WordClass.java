package dev.parlance.analysis.language.romance.morphology;

import dev.parlance.analysis.language.text.PartOfSpeech;

/// The tags of the ViterbiTagger, finer than parts of speech where
/// the choice between lemmas needs it: after `ha` and `è` a participle is likely, after `mangia` it is not.
public enum WordClass {
    /// No word: the start and the end of a sentence, and every mark between words.
    EDGE(null),
    DETERMINER(PartOfSpeech.DET),
    POSSESSIVE(PartOfSpeech.DET),
    /// A preposition contracted with its article: `della`, `al`, `du`, `no`.
    CONTRACTION(PartOfSpeech.ADP),
    PREPOSITION(PartOfSpeech.ADP),
    NOUN(PartOfSpeech.NOUN),
    NAME(PartOfSpeech.PROPN),
    ADJECTIVE(PartOfSpeech.ADJ),
    NUMERAL(PartOfSpeech.NUM),
    /// A subject pronoun: `io`, `je`, `tú`.
    SUBJECT(PartOfSpeech.PRON),
    /// An unstressed pronoun beside a verb: `mi`, `se`, `lui`.
    CLITIC(PartOfSpeech.PRON),
    PRONOUN(PartOfSpeech.PRON),
    /// A relative or interrogative pronoun: `che`, `dont`, `quien`.
    RELATIVE(PartOfSpeech.PRON),
    /// A finite form of `essere`, `estar`, `être`.
    BE(PartOfSpeech.AUX),
    /// A finite form of the auxiliary of the compound past: `avere`, `haber`, `avoir`.
    HAVE(PartOfSpeech.AUX),
    FINITE(PartOfSpeech.VERB),
    INFINITIVE(PartOfSpeech.VERB),
    /// The past participle.
    PARTICIPLE(PartOfSpeech.VERB),
    /// The gerund, and the present participle of French.
    GERUND(PartOfSpeech.VERB),
    ADVERB(PartOfSpeech.ADV),
    NEGATION(PartOfSpeech.ADV),
    COORDINATOR(PartOfSpeech.CCONJ),
    SUBORDINATOR(PartOfSpeech.SCONJ),
    INTERJECTION(PartOfSpeech.INTJ);

    private final PartOfSpeech partOfSpeech;

    WordClass(PartOfSpeech partOfSpeech) {
        this.partOfSpeech = partOfSpeech;
    }

    /// Null for [#EDGE] alone.
    public PartOfSpeech partOfSpeech() {
        return partOfSpeech;
    }

    /// Whether the class has too many words to list them, so that they come from the dictionary.
    boolean isOpenClass() {
        return isVerb() || this == NOUN || this == NAME || this == ADJECTIVE || this == ADVERB || this == NUMERAL;
    }

    public boolean isVerb() {
        return this == FINITE
                || this == INFINITIVE
                || this == PARTICIPLE
                || this == GERUND
                || this == BE
                || this == HAVE;
    }
}
