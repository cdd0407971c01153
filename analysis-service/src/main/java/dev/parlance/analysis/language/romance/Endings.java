package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a form that no dictionary knows may be, judged by its ending: a learner's `piccia` is a form of *picciare*,
/// `terrozzata` of *terrozzare* or *terrozzato*. The longest ending that the table knows decides.
///
/// A row of the table is: endings with spaces between them, what takes their place in the lemma (`=` keeps the
/// form), kind, cost.
final class Endings {
    private static final int LONGEST = 8;
    private static final int SHORTEST_STEM = 2;
    private static final String ITSELF = "=";

    private record Rule(String ending, String instead, Kind kind, int cost) {
        Candidate of(String form) {
            String lemma = ITSELF.equals(instead) ? form : form.substring(0, form.length() - ending.length()) + instead;
            return new Candidate(lemma, lemma, kind, cost);
        }
    }

    private final Map<String, List<Rule>> rules = new HashMap<>();

    Endings(RomanceLanguage language) {
        for (String[] row : Table.rows("/words/romance/" + language.code() + "-endings.tsv", 4)) {
            for (String ending : row[0].split(" ", -1)) {
                var rule = new Rule(ending, row[1], Kind.valueOf(row[2]), Integer.parseInt(row[3]));
                rules.computeIfAbsent(ending, _ -> new ArrayList<>()).add(rule);
            }
        }
    }

    /// At least one.
    Candidate[] of(String form) {
        for (int length = Math.min(LONGEST, form.length() - SHORTEST_STEM); length > 0; length--) {
            var found = rules.get(form.substring(form.length() - length));
            if (found != null) {
                return found.stream().map(rule -> rule.of(form)).toArray(Candidate[]::new);
            }
        }
        return new Candidate[] {new Candidate(form, form, Kind.NOUN, 0), new Candidate(form, form, Kind.INTERJECTION, 4)
        };
    }
}
