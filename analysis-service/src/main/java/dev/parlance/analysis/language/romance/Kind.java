package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.PartOfSpeech;

/// What a word may be in a sentence, as finely as the choice between its lemmas needs: after `ha` a participle is
/// likely, after `è` too, after `mangia` it is not.
enum Kind {
    /// No word: the begin and the end of a sentence, and every mark between words.
    EDGE(null),
    DETERMINER(PartOfSpeech.DET),
    POSSESSIVE(PartOfSpeech.DET),
    /// A preposition that holds its article: `della`, `al`, `du`, `no`.
    CONTRACTION(PartOfSpeech.ADP),
    PREPOSITION(PartOfSpeech.ADP),
    NOUN(PartOfSpeech.NOUN),
    NAME(PartOfSpeech.PROPN),
    ADJECTIVE(PartOfSpeech.ADJ),
    NUMERAL(PartOfSpeech.NUM),
    /// A pronoun that is a subject: `io`, `je`, `tú`.
    SUBJECT(PartOfSpeech.PRON),
    /// An unstressed pronoun that leans on a verb: `mi`, `se`, `lui`.
    CLITIC(PartOfSpeech.PRON),
    PRONOUN(PartOfSpeech.PRON),
    /// A pronoun that opens a clause, relative or interrogative: `che`, `dont`, `quien`.
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

    Kind(PartOfSpeech partOfSpeech) {
        this.partOfSpeech = partOfSpeech;
    }

    /// Null for [#EDGE] alone.
    PartOfSpeech partOfSpeech() {
        return partOfSpeech;
    }

    /// Whether dictionaries know best which words are of this kind: there are too many to list.
    boolean isOpen() {
        return isVerb() || this == NOUN || this == NAME || this == ADJECTIVE || this == ADVERB || this == NUMERAL;
    }

    boolean isVerb() {
        return this == FINITE
                || this == INFINITIVE
                || this == PARTICIPLE
                || this == GERUND
                || this == BE
                || this == HAVE;
    }
}
