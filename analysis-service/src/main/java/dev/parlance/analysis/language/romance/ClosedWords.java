package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of a language that are few and common, each with all that it may be: articles, pronouns, prepositions,
/// conjunctions, auxiliaries, and what is spelt like one of them. Their lemmas follow the language's treebank of
/// Universal Dependencies. What is listed here, the dictionary is not asked.
///
/// A row of the table is: forms with spaces between them, lemma, kind, cost, and the form to show where it is not the
/// lemma (`=` for the form itself). The lemma `=` is the form itself.
final class ClosedWords {
    private static final String ITSELF = "=";

    private final Map<String, Candidate[]> words = new HashMap<>();

    ClosedWords(RomanceLanguage language) {
        var rows = new HashMap<String, List<Candidate>>();
        for (String[] row : Table.rows("/words/romance/" + language.code() + "-closed.tsv")) {
            for (String form : row[0].split(" ", -1)) {
                String lemma = ITSELF.equals(row[1]) ? form : row[1];
                String display = row.length < 5 ? lemma : ITSELF.equals(row[4]) ? form : row[4];
                rows.computeIfAbsent(form, _ -> new ArrayList<>())
                        .add(new Candidate(lemma, display, Kind.valueOf(row[2]), Integer.parseInt(row[3])));
            }
        }
        rows.forEach((form, candidates) -> words.put(form, candidates.toArray(Candidate.NONE)));
    }

    /// Null where the word is not among them.
    Candidate[] of(String form) {
        return words.get(form);
    }
}
