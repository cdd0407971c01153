package dev.parlance.analysis.language.english;

import dev.parlance.analysis.language.dictionary.LemmaExceptions;
import dev.parlance.analysis.language.dictionary.Lexicon;
import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import dev.parlance.analysis.language.text.CharacterClasses;
import dev.parlance.analysis.language.text.PartOfSpeech;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The lexicon of English: a reviewed table of closed classes first, then the dictionary, then rules for unknown
/// forms.
///
/// Of several lemmas with the same part of speech, the one that differs from the form wins (`find` for `found`,
/// `criterion` for `criteria`): the other is nearly always rarer. Exceptions are in the table.
final class EnglishLexicon implements Lexicon {
    /// Words that form contractions of is, has or us with `'s`; with any other word `'s` is a possessive.
    private static final Set<String> CONTRACTION_HOSTS = Set.of(
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

    /// Of the part before the last apostrophe, in UTF-16 code units. Longer ones are no words; each apostrophe in them
    /// would be another recursion.
    private static final int MAX_HOST_LENGTH = 60;

    private static final String PROPER_NOUN_TAG_PREFIX = "NNP";
    private static final String NOUN_TAG_PREFIX = "NN";
    private static final String PLURAL_NOUN_TAG = "NNS";

    private final MorphologicalDictionary dictionary;
    private final LemmaExceptions lemmaExceptions;
    private final EnglishEndings endings;

    EnglishLexicon(MorphologicalDictionary dictionary, LemmaExceptions lemmaExceptions) {
        this.dictionary = dictionary;
        this.lemmaExceptions = lemmaExceptions;
        this.endings = new EnglishEndings(dictionary);
    }

    @Override
    public String lemma(String form, PartOfSpeech partOfSpeech) {
        int apostrophe = form.lastIndexOf('\'');
        if (apostrophe > MAX_HOST_LENGTH) {
            return form.toLowerCase(Locale.ROOT);
        }
        if (apostrophe > 0) {
            return withApostrophe(form, apostrophe, partOfSpeech);
        }
        String lower = form.toLowerCase(Locale.ROOT);
        String listed = lemmaExceptions.lemma(lower, partOfSpeech);
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
        boolean possessive = (tail.isEmpty() || tail.equals("s")) && !CONTRACTION_HOSTS.contains(lower);
        if (possessive && CharacterClasses.containsLetter(host, 0, host.length())) {
            return lemma(host, partOfSpeech);
        }
        if (partOfSpeech == PartOfSpeech.PROPN && tail.length() > 2) {
            return form; // O'Neill
        }
        return lower.equals("i") ? "I'" + tail : form.toLowerCase(Locale.ROOT);
    }

    /// The form as written, but the singular of plurals: `American` for `Americans`, `Trader` for `Traders`, not for
    /// `Williams`.
    private String properNoun(String form, String lower) {
        var entries = dictionary.entries(form);
        if (entries.isEmpty() && !form.equals(lower)) {
            entries = dictionary.entries(lower);
        }
        String singular = null;
        for (var entry : entries) {
            boolean plural = entry.tag().equals("NNPS") || entry.tag().equals(PLURAL_NOUN_TAG);
            if (entry.tag().startsWith(NOUN_TAG_PREFIX)
                    && (!plural || entry.lemma().equalsIgnoreCase(form))) {
                return form;
            }
            singular = plural ? entry.lemma() : singular;
        }
        return singular == null ? form : withFirstLetterOf(form, singular);
    }

    private static String withFirstLetterOf(String form, String lemma) {
        return form.charAt(0) + lemma.substring(1);
    }

    private String inflected(String form, String lower, PartOfSpeech partOfSpeech) {
        var entries = dictionary.entries(lower);
        if (entries.isEmpty() && !form.equals(lower)) {
            entries = dictionary.entries(form);
        }
        if (entries.isEmpty()) {
            String withoutElongation = endings.withoutElongation(lower);
            return withoutElongation.equals(lower)
                    ? endings.lemma(lower, partOfSpeech)
                    : lemma(withoutElongation, partOfSpeech);
        }
        String lemma = lemma(entries, lower, partOfSpeech);
        return lemma == null ? lemmaOfMistaggedForm(entries, lower, partOfSpeech) : lemma;
    }

    private static String lemma(
            List<MorphologicalDictionary.DictionaryEntry> entries, String lower, PartOfSpeech partOfSpeech) {
        String lemma = null;
        for (var entry : entries) {
            if (fits(entry.tag(), partOfSpeech)) {
                boolean sameAsForm = entry.lemma().equalsIgnoreCase(lower);
                boolean singular = lower.endsWith("ics")
                        || !(lower.endsWith("s") || entry.tag().equals(PLURAL_NOUN_TAG));
                if (sameAsForm && partOfSpeech == PartOfSpeech.NOUN && singular) {
                    return entry.lemma(); // data, physics
                }
                lemma = lemma == null || lemma.equalsIgnoreCase(lower) ? entry.lemma() : lemma;
            }
        }
        return lemma;
    }

    private static boolean fits(String tag, PartOfSpeech partOfSpeech) {
        return switch (partOfSpeech) {
            case NOUN -> tag.startsWith(NOUN_TAG_PREFIX);
            case VERB, AUX -> tag.startsWith("VB") || tag.equals("MD");
            case ADJ -> tag.startsWith("JJ");
            case ADV -> tag.startsWith("RB");
            default -> false;
        };
    }

    /// For a form that the dictionary has, but not as the tagged part of speech.
    private static String lemmaOfMistaggedForm(
            List<MorphologicalDictionary.DictionaryEntry> entries, String lower, PartOfSpeech partOfSpeech) {
        if (partOfSpeech == PartOfSpeech.ADV) {
            String comparative = lemma(entries, lower, PartOfSpeech.ADJ); // longer
            return comparative == null ? lower : comparative;
        }
        for (var entry : entries) {
            if (Set.of("VB", "NN", "NN:U", "NN:UN", "JJ", "RB", "VBP", "IN", "UH")
                    .contains(entry.tag())) {
                return lower;
            }
        }
        return entries.getFirst().lemma();
    }

    @Override
    public Set<PartOfSpeech> partsOfSpeech(String surface, boolean first) {
        String lower = surface.toLowerCase(Locale.ROOT);
        var possible = EnumSet.noneOf(PartOfSpeech.class);
        boolean known = addPossible(possible, lower);
        if (!surface.equals(lower)) {
            known &= addPossible(possible, surface);
            possible.add(PartOfSpeech.PROPN);
        }
        return known && (possible.size() > 1 || !possible.contains(PartOfSpeech.PROPN)) ? possible : Set.of();
    }

    /// False if the form may be of a closed class, which the dictionary covers too poorly.
    private boolean addPossible(Set<PartOfSpeech> possible, String form) {
        for (var entry : dictionary.entries(form)) {
            String tag = entry.tag();
            if (tag.startsWith(PROPER_NOUN_TAG_PREFIX)) {
                possible.add(PartOfSpeech.PROPN);
            } else if (tag.startsWith(NOUN_TAG_PREFIX)) {
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
