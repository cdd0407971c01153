package dev.parlance.analysis.language.romance;

/// What the part-of-speech tags of a dictionary say: the kind, and what an inflection costs beside the others that
/// are spelt alike (`parla` is far more often "he speaks" than the imperative).
enum Tagset {
    /// `VER:ind+pres+3+s`, `NOUN-F:p`: the tags of Morph-it!, the lexicon of the Italian dictionary.
    MORPH_IT {
        @Override
        Kind kind(String tag) {
            if (tag.startsWith("NOUN")) {
                return Kind.NOUN;
            }
            if (tag.startsWith("ADJ")) {
                return Kind.ADJECTIVE;
            }
            if (tag.startsWith("ADV")) {
                return Kind.ADVERB;
            }
            if (tag.startsWith("NPR")) {
                return Kind.NAME;
            }
            if (tag.startsWith("INT")) {
                return Kind.INTERJECTION;
            }
            if (tag.startsWith("DET-NUM") || tag.startsWith("PRO-NUM")) {
                return Kind.NUMERAL;
            }
            if (tag.startsWith("PRE")) {
                return Kind.PREPOSITION;
            }
            if (tag.startsWith("CON")) {
                return Kind.COORDINATOR;
            }
            if (tag.startsWith("DET")) {
                return Kind.DETERMINER;
            }
            if (tag.startsWith("PRO")) {
                return Kind.PRONOUN;
            }
            return tag.length() > 4 && tag.charAt(3) == ':' ? verb(tag.substring(4)) : null;
        }

        private Kind verb(String form) {
            if (form.startsWith("inf")) {
                return Kind.INFINITIVE;
            }
            if (form.startsWith("part+past")) {
                return Kind.PARTICIPLE;
            }
            if (form.startsWith("part+pres")) {
                return Kind.ADJECTIVE;
            }
            return form.startsWith("ger") ? Kind.GERUND : Kind.FINITE;
        }

        @Override
        int cost(String tag) {
            if (tag.contains("part+pres")) {
                return PRESENT_PARTICIPLE;
            }
            if (tag.contains(":impr")) {
                return IMPERATIVE;
            }
            return tag.contains(":sub+") ? SUBJUNCTIVE : tag.contains(":dim") ? DIMINUTIVE : 0;
        }
    },
    /// `VMIP3S0`, `NCFS000`: EAGLES, the tags of the Spanish and of the Portuguese dictionary.
    EAGLES {
        @Override
        Kind kind(String tag) {
            return switch (tag.charAt(0)) {
                case 'N' -> tag.startsWith("NP") ? Kind.NAME : Kind.NOUN;
                case 'A' -> Kind.ADJECTIVE;
                case 'R' -> Kind.ADVERB;
                case 'V' -> verb(tag);
                case 'D' -> Kind.DETERMINER;
                case 'P' -> Kind.PRONOUN;
                case 'S' -> Kind.PREPOSITION;
                case 'C' -> tag.startsWith("CS") ? Kind.SUBORDINATOR : Kind.COORDINATOR;
                case 'Z' -> Kind.NUMERAL;
                case 'I' -> Kind.INTERJECTION;
                default -> null;
            };
        }

        private Kind verb(String tag) {
            return switch (tag.length() > 2 ? tag.charAt(2) : 'I') {
                case 'N' -> Kind.INFINITIVE;
                case 'G' -> Kind.GERUND;
                case 'P' -> Kind.PARTICIPLE;
                default -> Kind.FINITE;
            };
        }

        @Override
        String noun(String tag, String form, String lemma) {
            if (tag.startsWith("NCFS") || tag.startsWith("NCFN")) {
                return form;
            }
            return tag.startsWith("NCFP") && form.endsWith("as") ? withoutLast(form) : lemma;
        }

        @Override
        int cost(String tag) {
            if (tag.charAt(0) != 'V' || tag.length() < 3) {
                return 0;
            }
            return tag.charAt(2) == 'M' ? IMPERATIVE : tag.charAt(2) == 'S' ? SUBJUNCTIVE : 0;
        }
    },
    /// `V ind pres 3 s`, `N f s`: the tags of the French dictionary.
    FRENCH {
        @Override
        Kind kind(String tag) {
            return switch (tag.charAt(0)) {
                case 'N' -> Kind.NOUN;
                case 'J' -> Kind.ADJECTIVE;
                case 'A' -> Kind.ADVERB;
                case 'V' -> verb(tag);
                case 'Z' -> Kind.NAME;
                case 'D' -> Kind.DETERMINER;
                case 'R' -> Kind.PRONOUN;
                case 'P' -> Kind.PREPOSITION;
                case 'C' -> tag.startsWith("C coor") ? Kind.COORDINATOR : Kind.SUBORDINATOR;
                case 'I' -> Kind.INTERJECTION;
                case 'K' -> Kind.NUMERAL;
                default -> null;
            };
        }

        private Kind verb(String tag) {
            if (tag.contains(" inf")) {
                return Kind.INFINITIVE;
            }
            if (tag.contains(" ppa")) {
                return Kind.PARTICIPLE;
            }
            return tag.contains(" ppr") ? Kind.GERUND : Kind.FINITE;
        }

        @Override
        String noun(String tag, String form, String lemma) {
            if (tag.startsWith("N f s")) {
                return form;
            }
            return tag.equals("N f p") && form.endsWith("s") ? withoutLast(form) : lemma;
        }

        @Override
        int cost(String tag) {
            if (tag.contains(" imp pres")) {
                return IMPERATIVE;
            }
            return tag.contains(" sub ") ? SUBJUNCTIVE : 0;
        }
    };

    private static final int IMPERATIVE = 4;
    private static final int SUBJUNCTIVE = 2;
    private static final int PRESENT_PARTICIPLE = 6;
    private static final int DIMINUTIVE = 6;

    /// Null for what is no word.
    abstract Kind kind(String tag);

    /// The lemma of a noun: a feminine one is a word of its own, as the treebanks have it, where the dictionary calls
    /// `amiga` and `joueuse` forms of `amigo` and `joueur`.
    String noun(String tag, String form, String lemma) {
        return lemma;
    }

    private static String withoutLast(String form) {
        return form.substring(0, form.length() - 1);
    }

    abstract int cost(String tag);
}
