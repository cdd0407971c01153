package dev.parlance.analysis.language;

import java.util.HashMap;
import java.util.Map;

/// Forms whose lemma a rule or a large dictionary would get wrong: pronouns, irregular comparatives, words of two
/// lemmas of which one is meant nearly always. A reviewed table of part of speech (or `*`), lemma and forms.
final class ClosedForms {
    private final Map<String, String> lemmas = new HashMap<>();

    private ClosedForms() {}

    static ClosedForms read(String resource) {
        var closed = new ClosedForms();
        for (var row : Table.values(resource, 3)) {
            closed.lemmas.put(row.get(0) + ' ' + row.get(2), row.get(1));
        }
        return closed;
    }

    /// Null for a form that is not in the table.
    ///
    /// @param lower the form in lower case
    String lemma(String lower, PartOfSpeech partOfSpeech) {
        String lemma = lemmas.get(partOfSpeech.name() + ' ' + lower);
        return lemma == null ? lemmas.get("* " + lower) : lemma;
    }
}
