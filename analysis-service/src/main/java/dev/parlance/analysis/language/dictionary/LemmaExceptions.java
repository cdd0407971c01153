package dev.parlance.analysis.language.dictionary;

import dev.parlance.analysis.language.text.PartOfSpeech;
import java.util.HashMap;
import java.util.Map;

/// Forms whose lemma the rules or the dictionary would get wrong: pronouns, irregular comparatives, forms of two
/// lemmas of which one is nearly always meant. From a reviewed table of part of speech (or `*`), lemma and forms.
public final class LemmaExceptions {
    private final Map<String, String> lemmas = new HashMap<>();

    private LemmaExceptions() {}

    public static LemmaExceptions load(String resource) {
        var exceptions = new LemmaExceptions();
        for (var row : TsvResource.expandedRows(resource, 3)) {
            exceptions.lemmas.put(row.get(0) + ' ' + row.get(2), row.get(1));
        }
        return exceptions;
    }

    /// Null if the form is not in the table.
    ///
    /// @param lower the form in lower case
    public String lemma(String lower, PartOfSpeech partOfSpeech) {
        String lemma = lemmas.get(partOfSpeech.name() + ' ' + lower);
        return lemma == null ? lemmas.get("* " + lower) : lemma;
    }
}
