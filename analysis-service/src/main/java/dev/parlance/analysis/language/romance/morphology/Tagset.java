package dev.parlance.analysis.language.romance.morphology;

/// Interprets the tags of a dictionary: the word class, and the cost of an inflection relative to its homographs
/// (`parla` is far more often "he speaks" than the imperative).
enum Tagset {
    /// `VER:ind+pres+3+s`, `NOUN-F:p`: the tags of Morph-it!, the lexicon of the Italian dictionary.
    MORPH_IT {
        @Override
        WordClass wordClass(String tag) {
            if (tag.startsWith("NOUN")) {
                return WordClass.NOUN;
            }
            if (tag.startsWith("ADJ")) {
                return WordClass.ADJECTIVE;
            }
            if (tag.startsWith("ADV")) {
                return WordClass.ADVERB;
            }
            if (tag.startsWith("NPR")) {
                return WordClass.NAME;
            }
            if (tag.startsWith("INT")) {
                return WordClass.INTERJECTION;
            }
            if (tag.startsWith("DET-NUM") || tag.startsWith("PRO-NUM")) {
                return WordClass.NUMERAL;
            }
            if (tag.startsWith("PRE")) {
                return WordClass.PREPOSITION;
            }
            if (tag.startsWith("CON")) {
                return WordClass.COORDINATOR;
            }
            if (tag.startsWith("DET")) {
                return WordClass.DETERMINER;
            }
            if (tag.startsWith("PRO")) {
                return WordClass.PRONOUN;
            }
            return tag.length() > 4 && tag.charAt(3) == ':' ? verb(tag.substring(4)) : null;
        }

        private WordClass verb(String form) {
            if (form.startsWith("inf")) {
                return WordClass.INFINITIVE;
            }
            if (form.startsWith("part+past")) {
                return WordClass.PARTICIPLE;
            }
            if (form.startsWith("part+pres")) {
                return WordClass.ADJECTIVE;
            }
            return form.startsWith("ger") ? WordClass.GERUND : WordClass.FINITE;
        }

        @Override
        int cost(String tag) {
            if (tag.contains("part+pres")) {
                return PRESENT_PARTICIPLE_COST;
            }
            if (tag.contains(":impr")) {
                return IMPERATIVE_COST;
            }
            return tag.contains(":sub+") ? SUBJUNCTIVE_COST : tag.contains(":dim") ? DIMINUTIVE_COST : 0;
        }
    },
    /// `VMIP3S0`, `NCFS000`: EAGLES, the tags of the Spanish and of the Portuguese dictionary.
    EAGLES {
        @Override
        WordClass wordClass(String tag) {
            return switch (tag.charAt(0)) {
                case 'N' -> tag.startsWith("NP") ? WordClass.NAME : WordClass.NOUN;
                case 'A' -> WordClass.ADJECTIVE;
                case 'R' -> WordClass.ADVERB;
                case 'V' -> verb(tag);
                case 'D' -> WordClass.DETERMINER;
                case 'P' -> WordClass.PRONOUN;
                case 'S' -> WordClass.PREPOSITION;
                case 'C' -> tag.startsWith("CS") ? WordClass.SUBORDINATOR : WordClass.COORDINATOR;
                case 'Z' -> WordClass.NUMERAL;
                case 'I' -> WordClass.INTERJECTION;
                default -> null;
            };
        }

        private WordClass verb(String tag) {
            return switch (tag.length() > 2 ? tag.charAt(2) : 'I') {
                case 'N' -> WordClass.INFINITIVE;
                case 'G' -> WordClass.GERUND;
                case 'P' -> WordClass.PARTICIPLE;
                default -> WordClass.FINITE;
            };
        }

        @Override
        String nounLemma(String tag, String form, String lemma) {
            if (tag.startsWith("NCFS") || tag.startsWith("NCFN")) {
                return form;
            }
            return tag.startsWith("NCFP") && form.endsWith("as") ? withoutLastLetter(form) : lemma;
        }

        @Override
        int cost(String tag) {
            if (tag.charAt(0) != 'V' || tag.length() < 3) {
                return 0;
            }
            return tag.charAt(2) == 'M' ? IMPERATIVE_COST : tag.charAt(2) == 'S' ? SUBJUNCTIVE_COST : 0;
        }
    },
    /// `V ind pres 3 s`, `N f s`: the tags of the French dictionary.
    FRENCH {
        @Override
        WordClass wordClass(String tag) {
            return switch (tag.charAt(0)) {
                case 'N' -> WordClass.NOUN;
                case 'J' -> WordClass.ADJECTIVE;
                case 'A' -> WordClass.ADVERB;
                case 'V' -> verb(tag);
                case 'Z' -> WordClass.NAME;
                case 'D' -> WordClass.DETERMINER;
                case 'R' -> WordClass.PRONOUN;
                case 'P' -> WordClass.PREPOSITION;
                case 'C' -> tag.startsWith("C coor") ? WordClass.COORDINATOR : WordClass.SUBORDINATOR;
                case 'I' -> WordClass.INTERJECTION;
                case 'K' -> WordClass.NUMERAL;
                default -> null;
            };
        }

        private WordClass verb(String tag) {
            if (tag.contains(" inf")) {
                return WordClass.INFINITIVE;
            }
            if (tag.contains(" ppa")) {
                return WordClass.PARTICIPLE;
            }
            return tag.contains(" ppr") ? WordClass.GERUND : WordClass.FINITE;
        }

        @Override
        String nounLemma(String tag, String form, String lemma) {
            if (tag.startsWith("N f s")) {
                return form;
            }
            return tag.equals("N f p") && form.endsWith("s") ? withoutLastLetter(form) : lemma;
        }

        @Override
        int cost(String tag) {
            if (tag.contains(" imp pres")) {
                return IMPERATIVE_COST;
            }
            return tag.contains(" sub ") ? SUBJUNCTIVE_COST : 0;
        }
    };

    private static final int IMPERATIVE_COST = 4;
    private static final int SUBJUNCTIVE_COST = 2;
    private static final int PRESENT_PARTICIPLE_COST = 6;
    private static final int DIMINUTIVE_COST = 6;

    /// Null for a tag of no word.
    abstract WordClass wordClass(String tag);

    /// The lemma of a noun. A feminine noun is a word of its own, as in the treebanks; the dictionary has `amiga` and
    /// `joueuse` as forms of `amigo` and `joueur`.
    String nounLemma(String tag, String form, String lemma) {
        return lemma;
    }

    private static String withoutLastLetter(String form) {
        return form.substring(0, form.length() - 1);
    }

    /// In half bits.
    abstract int cost(String tag);
}
