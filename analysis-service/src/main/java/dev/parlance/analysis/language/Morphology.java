package dev.parlance.analysis.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/// A dictionary of word forms in Morfologik's format: for each form its lemmas, each with a tag of the
/// dictionary's own. Some hundred thousand forms take less than 1 MB.
final class Morphology {
    /// What one form may be.
    ///
    /// @param tag in the dictionary's own tag set
    record Reading(String lemma, String tag) {}

    /// No entry is longer; a text's longest "words" are no words.
    static final int LONGEST = 60;

    private final Dictionary dictionary;

    private Morphology(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// @param name of the resource without its ending: `.dict` and `.info` are read
    static Morphology load(String name) {
        try (var automaton = Table.open(name + ".dict");
                var description = Table.open(name + ".info")) {
            return new Morphology(Dictionary.read(automaton, description));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Exactly as spelt, case included; empty for a form that is not known.
    List<Reading> readings(String form) {
        if (form.length() > LONGEST) {
            return List.of();
        }
        var readings = new ArrayList<Reading>();
        // a lookup holds buffers, so threads cannot share one
        for (var found : new DictionaryLookup(dictionary).lookup(form)) {
            readings.add(new Reading(found.getStem().toString(), Objects.toString(found.getTag(), "")));
        }
        return readings;
    }
}
