package dev.parlance.analysis.language.romance.morphology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Verbs with enclitic pronouns in one word: `dammelo`, `diciéndole`, `fazê-lo`. The candidates are the verb's.
///
/// A pronoun changes the verb's written accent (Spanish) and removes the infinitive's last vowel (Italian) or its r
/// (Portuguese); after `da'`, `fa'`, `sta'`, `di'`, `va'` its first letter is doubled. Source: the reference grammars'
/// chapters on enclisis.
final class Enclitics {
    private static final Map<String, String> SHORT_IMPERATIVES =
            Map.of("da", "dare", "fa", "fare", "sta", "stare", "di", "dire", "va", "andare");
    private static final int MIN_HOST_LENGTH = 2;

    private final RomanceLanguage language;
    private final RomanceLexicon lexicon;
    private final List<String> pronouns;

    Enclitics(RomanceLanguage language, RomanceLexicon lexicon) {
        this.language = language;
        this.lexicon = lexicon;
        this.pronouns = switch (language) {
            case ITALIAN -> endings("mi ti si ci vi gli lo la li le ne", "me te se ce ve glie", "lo la li le ne");
            case SPANISH -> endings("me te se nos os lo la los las le les", "me te se nos os", "lo la los las le les");
            case PORTUGUESE ->
                endings(
                        "-me -te -se -nos -vos -o -a -os -as -lo -la -los -las -no -na -nas -lhe -lhes -mo -to -lho -lha",
                        "-se",
                        "-me -te -lhe -nos");
            case FRENCH -> List.of();
        };
    }

    private static List<String> endings(String single, String first, String second) {
        var endings = new ArrayList<>(List.of(single.split(" ", -1)));
        for (String before : first.split(" ", -1)) {
            for (String after : second.split(" ", -1)) {
                endings.add(before + after);
            }
        }
        endings.sort(Comparator.comparing(String::length).reversed());
        return endings;
    }

    /// Empty if the form without its pronouns is no verb.
    LemmaCandidate[] candidates(String form) {
        for (String pronoun : pronouns) {
            int host = form.length() - pronoun.length();
            if (host >= MIN_HOST_LENGTH && form.endsWith(pronoun)) {
                LemmaCandidate[] found = verbs(form.substring(0, host), pronoun);
                if (found.length > 0) {
                    return found;
                }
            }
        }
        return language == RomanceLanguage.PORTUGUESE ? mesocliticVerbs(form) : LemmaCandidate.NONE;
    }

    private LemmaCandidate[] verbs(String host, String pronoun) {
        return switch (language) {
            case ITALIAN -> italian(host, pronoun);
            case SPANISH -> firstVerbs(host, withoutAccents(host), withoutAccents(host) + "s");
            case PORTUGUESE ->
                pronoun.startsWith("-l") && !pronoun.startsWith("-lh")
                        ? firstVerbs(withoutAccents(host) + "r", host + "s", withoutAccents(host) + "z")
                        : firstVerbs(host, host + "s");
            case FRENCH -> LemmaCandidate.NONE;
        };
    }

    private LemmaCandidate[] italian(String host, String pronoun) {
        int last = host.length() - 1;
        boolean doubled = host.charAt(last) == pronoun.charAt(0);
        String imperative = doubled ? SHORT_IMPERATIVES.get(host.substring(0, last)) : null;
        if (imperative != null) {
            return new LemmaCandidate[] {new LemmaCandidate(imperative, imperative, WordClass.FINITE, 0)};
        }
        return host.endsWith("r") ? firstVerbs(host + "e", host + "re") : firstVerbs(host);
    }

    /// Future and conditional have the pronoun in their middle (mesoclisis): `dirá` for `dir-se-á`.
    private LemmaCandidate[] mesocliticVerbs(String form) {
        int first = form.indexOf('-');
        int last = form.lastIndexOf('-');
        return first < 0 || first == last
                ? LemmaCandidate.NONE
                : firstVerbs(form.substring(0, first) + form.substring(last + 1));
    }

    private LemmaCandidate[] firstVerbs(String... hosts) {
        for (String host : hosts) {
            var verbs = lexicon.candidates(host).stream()
                    .filter(candidate ->
                            candidate.wordClass().isVerb() && candidate.wordClass() != WordClass.PARTICIPLE)
                    .toArray(LemmaCandidate[]::new);
            if (verbs.length > 0) {
                return verbs;
            }
        }
        return LemmaCandidate.NONE;
    }

    private static String withoutAccents(String host) {
        var unaccented = new StringBuilder(host);
        for (int i = 0; i < unaccented.length(); i++) {
            int accented = "áéíóúâêô".indexOf(unaccented.charAt(i));
            if (accented >= 0) {
                unaccented.setCharAt(i, "aeiouaeo".charAt(accented));
            }
        }
        return unaccented.toString();
    }
}
