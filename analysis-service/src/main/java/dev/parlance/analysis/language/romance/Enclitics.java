package dev.parlance.analysis.language.romance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Verbs with pronouns at their end, as one word: `dammelo`, `diciéndole`, `fazê-lo`. The word is the verb's.
///
/// Source: the reference grammars' chapters on enclisis. A pronoun moves the accent's mark (Spanish), takes the
/// infinitive's last vowel (Italian) or its r (Portuguese), and is doubled after `da'`, `fa'`, `sta'`, `di'`, `va'`.
final class Enclitics {
    private static final Map<String, String> SHORT_IMPERATIVES =
            Map.of("da", "dare", "fa", "fare", "sta", "stare", "di", "dire", "va", "andare");
    private static final int SHORTEST_HOST = 2;

    private final RomanceLanguage language;
    private final Lexicon lexicon;
    private final List<String> pronouns;

    Enclitics(RomanceLanguage language, Lexicon lexicon) {
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

    /// None where no verb is left when the pronouns are taken away.
    Candidate[] of(String form) {
        for (String pronoun : pronouns) {
            int host = form.length() - pronoun.length();
            if (host >= SHORTEST_HOST && form.endsWith(pronoun)) {
                Candidate[] found = verbs(form.substring(0, host), pronoun);
                if (found.length > 0) {
                    return found;
                }
            }
        }
        return language == RomanceLanguage.PORTUGUESE ? around(form) : Candidate.NONE;
    }

    private Candidate[] verbs(String host, String pronoun) {
        return switch (language) {
            case ITALIAN -> italian(host, pronoun);
            case SPANISH -> first(host, plain(host), plain(host) + "s");
            case PORTUGUESE ->
                pronoun.startsWith("-l") && !pronoun.startsWith("-lh")
                        ? first(plain(host) + "r", host + "s", plain(host) + "z")
                        : first(host, host + "s");
            case FRENCH -> Candidate.NONE;
        };
    }

    private Candidate[] italian(String host, String pronoun) {
        int last = host.length() - 1;
        boolean doubled = host.charAt(last) == pronoun.charAt(0);
        String imperative = doubled ? SHORT_IMPERATIVES.get(host.substring(0, last)) : null;
        if (imperative != null) {
            return new Candidate[] {new Candidate(imperative, imperative, Kind.FINITE, 0)};
        }
        return host.endsWith("r") ? first(host + "e", host + "re") : first(host);
    }

    /// The future and the conditional take the pronoun in their middle: `dir-se-á` is `dirá`.
    private Candidate[] around(String form) {
        int first = form.indexOf('-');
        int last = form.lastIndexOf('-');
        return first < 0 || first == last ? Candidate.NONE : first(form.substring(0, first) + form.substring(last + 1));
    }

    private Candidate[] first(String... hosts) {
        for (String host : hosts) {
            var verbs = lexicon.of(host).stream()
                    .filter(candidate -> candidate.kind().isVerb() && candidate.kind() != Kind.PARTICIPLE)
                    .toArray(Candidate[]::new);
            if (verbs.length > 0) {
                return verbs;
            }
        }
        return Candidate.NONE;
    }

    private static String plain(String host) {
        var plain = new StringBuilder(host);
        for (int i = 0; i < plain.length(); i++) {
            int accented = "áéíóúâêô".indexOf(plain.charAt(i));
            if (accented >= 0) {
                plain.setCharAt(i, "aeiouaeo".charAt(accented));
            }
        }
        return plain.toString();
    }
}
