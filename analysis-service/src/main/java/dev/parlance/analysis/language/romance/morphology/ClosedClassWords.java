package dev.parlance.analysis.language.romance.morphology;

import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The closed-class words of a language (articles, pronouns, prepositions, conjunctions, auxiliaries) and their
/// homographs, each with all its candidates. Lemmas follow the language's treebank of Universal Dependencies. The
/// dictionary is not asked for these forms.
///
/// Columns of the table: forms separated by spaces, lemma, word class, cost, and the display if it is not the lemma.
/// `=` stands for the form itself.
final class ClosedClassWords {
    private static final String SAME_AS_FORM = "=";

    private final Map<String, LemmaCandidate[]> words = new HashMap<>();

    ClosedClassWords(RomanceLanguage language) {
        var candidatesByForm = new HashMap<String, List<LemmaCandidate>>();
        for (String[] row : TsvResource.rows("/words/romance/" + language.code() + "-closed.tsv")) {
            for (String form : row[0].split(" ", -1)) {
                String lemma = SAME_AS_FORM.equals(row[1]) ? form : row[1];
                String display = row.length < 5 ? lemma : SAME_AS_FORM.equals(row[4]) ? form : row[4];
                candidatesByForm
                        .computeIfAbsent(form, _ -> new ArrayList<>())
                        .add(new LemmaCandidate(lemma, display, WordClass.valueOf(row[2]), Integer.parseInt(row[3])));
            }
        }
        candidatesByForm.forEach((form, candidates) -> words.put(form, candidates.toArray(LemmaCandidate.NONE)));
    }

    /// Null if the form is not in the table.
    LemmaCandidate[] find(String form) {
        return words.get(form);
    }
}
