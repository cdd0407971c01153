package dev.parlance.analysis.language.romance.morphology;

import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Candidates of unknown forms by their ending: a learner's `piccia` may be a form of *picciare*, `terrozzata` of
/// *terrozzare* or *terrozzato*. The longest ending in the table decides.
///
/// Columns of the table: endings separated by spaces, their replacement in the lemma (`=` keeps the form), word class,
/// cost.
final class Endings {
    private static final int MAX_ENDING_LENGTH = 8;
    private static final int MIN_STEM_LENGTH = 2;
    private static final String SAME_AS_FORM = "=";

    private record EndingRule(String ending, String replacement, WordClass wordClass, int cost) {
        LemmaCandidate candidate(String form) {
            String lemma = SAME_AS_FORM.equals(replacement)
                    ? form
                    : form.substring(0, form.length() - ending.length()) + replacement;
            return new LemmaCandidate(lemma, lemma, wordClass, cost);
        }
    }

    private final Map<String, List<EndingRule>> rules = new HashMap<>();

    Endings(RomanceLanguage language) {
        for (String[] row : TsvResource.rows("/words/romance/" + language.code() + "-endings.tsv", 4)) {
            for (String ending : row[0].split(" ", -1)) {
                var rule = new EndingRule(ending, row[1], WordClass.valueOf(row[2]), Integer.parseInt(row[3]));
                rules.computeIfAbsent(ending, _ -> new ArrayList<>()).add(rule);
            }
        }
    }

    /// At least one.
    LemmaCandidate[] candidates(String form) {
        for (int length = Math.min(MAX_ENDING_LENGTH, form.length() - MIN_STEM_LENGTH); length > 0; length--) {
            var found = rules.get(form.substring(form.length() - length));
            if (found != null) {
                return found.stream().map(rule -> rule.candidate(form)).toArray(LemmaCandidate[]::new);
            }
        }
        return new LemmaCandidate[] {
            new LemmaCandidate(form, form, WordClass.NOUN, 0), new LemmaCandidate(form, form, WordClass.INTERJECTION, 4)
        };
    }
}
