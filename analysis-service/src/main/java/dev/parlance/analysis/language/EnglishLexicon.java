package dev.parlance.analysis.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of English: a reviewed table of the closed classes first, then the dictionary, then rules for what
/// neither knows.
///
/// Where a form has several lemmas as the same part of speech, the one that differs from the form is taken
/// (`found` is of `find`, `criteria` of `criterion`): the other is the rarer one nearly always; exceptions are in
/// the table.
final class EnglishLexicon implements Lexicon {
    /// Before `'s`, these make a contraction of is, has or us; any other word makes a possessive.
    private static final Set<String> CONTRACTED = Set.of(
            "it",
            "he",
            "she",
            "that",
            "this",
            "there",
            "here",
            "what",
            "who",
            "where",
            "when",
            "how",
            "why",
            "let",
            "dat",
            "dere",
            "everything",
            "nothing",
            "something");

    /// Before an apostrophe; what is longer is no word, and may hold as many apostrophes as letters.
    private static final int LONGEST_HOST = 60;

    private static final String TAGS_NAMES = "NNP";
    private static final String TAGS_NOUNS = "NN";
    private static final String TAGS_PLURALS = "NNS";

    private final Morphology morphology;
    private final ClosedForms closed;
    private final EnglishEndings endings;

    EnglishLexicon(Morphology morphology, ClosedForms closed) {
        this.morphology = morphology;
        this.closed = closed;
        this.endings = new EnglishEndings(morphology);
    }

    @Override
    public String lemma(String form, PartOfSpeech partOfSpeech) {
        int apostrophe = form.lastIndexOf('\'');
        if (apostrophe > LONGEST_HOST) {
            return form.toLowerCase(Locale.ROOT);
        }
        if (apostrophe > 0) {
            return withApostrophe(form, apostrophe, partOfSpeech);
        }
        String lower = form.toLowerCase(Locale.ROOT);
        String listed = closed.lemma(lower, partOfSpeech);
        if (listed != null) {
            return listed;
        }
        return switch (partOfSpeech) {
            case PROPN -> properNoun(form, lower);
            case NOUN, VERB, AUX, ADJ, ADV -> inflected(form, lower, partOfSpeech);
            case ADP, CCONJ, DET, INTJ, NUM, PART, PRON, SCONJ, SYM, X -> lower;
        };
    }

    private String withApostrophe(String form, int apostrophe, PartOfSpeech partOfSpeech) {
        String host = form.substring(0, apostrophe);
        String lower = host.toLowerCase(Locale.ROOT);
        String tail = form.substring(apostrophe + 1).toLowerCase(Locale.ROOT);
        if (tail.isEmpty() && lower.endsWith("in")) {
            return lemma(host + "g", partOfSpeech); // goin'
        }
        boolean possessive = (tail.isEmpty() || tail.equals("s")) && !CONTRACTED.contains(lower);
        if (possessive && Letters.in(host, 0, host.length())) {
            return lemma(host, partOfSpeech);
        }
        if (partOfSpeech == PartOfSpeech.PROPN && tail.length() > 2) {
            return form; // O'Neill
        }
        return lower.equals("i") ? "I'" + tail : form.toLowerCase(Locale.ROOT);
    }

    /// As written, but one of many: `Americans` are of `American`, `Traders` of `Trader`; `Williams` is of nobody.
    private String properNoun(String form, String lower) {
        var readings = morphology.readings(form);
        if (readings.isEmpty() && !form.equals(lower)) {
            readings = morphology.readings(lower);
        }
        String singular = null;
        for (var reading : readings) {
            boolean plural = reading.tag().equals("NNPS") || reading.tag().equals(TAGS_PLURALS);
            if (reading.tag().startsWith(TAGS_NOUNS)
                    && (!plural || reading.lemma().equalsIgnoreCase(form))) {
                return form;
            }
            singular = plural ? reading.lemma() : singular;
        }
        return singular == null ? form : withFirstOf(form, singular);
    }

    private static String withFirstOf(String form, String lemma) {
        return form.charAt(0) + lemma.substring(1);
    }

    private String inflected(String form, String lower, PartOfSpeech partOfSpeech) {
        var readings = morphology.readings(lower);
        if (readings.isEmpty() && !form.equals(lower)) {
            readings = morphology.readings(form);
        }
        if (readings.isEmpty()) {
            String shorter = endings.withoutDrawl(lower);
            return shorter.equals(lower) ? endings.lemma(lower, partOfSpeech) : lemma(shorter, partOfSpeech);
        }
        String lemma = lemma(readings, lower, partOfSpeech);
        return lemma == null ? misread(readings, lower, partOfSpeech) : lemma;
    }

    private static String lemma(List<Morphology.Reading> readings, String lower, PartOfSpeech partOfSpeech) {
        String lemma = null;
        for (var reading : readings) {
            if (fits(reading.tag(), partOfSpeech)) {
                boolean same = reading.lemma().equalsIgnoreCase(lower);
                boolean singular = lower.endsWith("ics")
                        || !(lower.endsWith("s") || reading.tag().equals(TAGS_PLURALS));
                if (same && partOfSpeech == PartOfSpeech.NOUN && singular) {
                    return reading.lemma(); // data, physics
                }
                lemma = lemma == null || lemma.equalsIgnoreCase(lower) ? reading.lemma() : lemma;
            }
        }
        return lemma;
    }

    private static boolean fits(String tag, PartOfSpeech partOfSpeech) {
        return switch (partOfSpeech) {
            case NOUN -> tag.startsWith(TAGS_NOUNS);
            case VERB, AUX -> tag.startsWith("VB") || tag.equals("MD");
            case ADJ -> tag.startsWith("JJ");
            case ADV -> tag.startsWith("RB");
            default -> false;
        };
    }

    /// The dictionary does not know the form as what the tagger takes it for.
    private static String misread(List<Morphology.Reading> readings, String lower, PartOfSpeech partOfSpeech) {
        if (partOfSpeech == PartOfSpeech.ADV) {
            String comparative = lemma(readings, lower, PartOfSpeech.ADJ); // longer
            return comparative == null ? lower : comparative;
        }
        for (var reading : readings) {
            if (Set.of("VB", "NN", "NN:U", "NN:UN", "JJ", "RB", "VBP", "IN", "UH")
                    .contains(reading.tag())) {
                return lower;
            }
        }
        return readings.getFirst().lemma();
    }

    @Override
    public Set<PartOfSpeech> partsOfSpeech(String surface, boolean first) {
        String lower = surface.toLowerCase(Locale.ROOT);
        var possible = EnumSet.noneOf(PartOfSpeech.class);
        boolean known = add(possible, lower);
        if (!surface.equals(lower)) {
            known &= add(possible, surface);
            possible.add(PartOfSpeech.PROPN);
        }
        return known && (possible.size() > 1 || !possible.contains(PartOfSpeech.PROPN)) ? possible : Set.of();
    }

    /// False if the form may be of a closed class, of which the dictionary tells too little.
    private boolean add(Set<PartOfSpeech> possible, String form) {
        for (var reading : morphology.readings(form)) {
            String tag = reading.tag();
            if (tag.startsWith(TAGS_NAMES)) {
                possible.add(PartOfSpeech.PROPN);
            } else if (tag.startsWith(TAGS_NOUNS)) {
                possible.add(PartOfSpeech.NOUN);
            } else if (tag.startsWith("VB")) {
                possible.add(PartOfSpeech.VERB);
            } else if (tag.startsWith("JJ")) {
                possible.add(PartOfSpeech.ADJ);
            } else if (tag.startsWith("RB")) {
                possible.add(PartOfSpeech.ADV);
            } else {
                return false;
            }
        }
        return true;
    }
}
