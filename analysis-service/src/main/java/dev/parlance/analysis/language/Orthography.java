package dev.parlance.analysis.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a language writes as one word although a mark stands in it, and as two although none does.
///
/// Read from a table of kind and form, in lower case: `abbreviation` (keeps its stop: `mr.`), `prefix` (keeps its
/// hyphen: `non-human`), `whole` (one word with all its marks: `b/c`, `'em`), `before-s` (a word that `'s` is cut
/// from: German `gibt|'s`), `before-apostrophe` (an ending behind which an apostrophe is part of the word:
/// `dogs'`) and `unit` (cut from a number: `5|pm`).
final class Orthography {
    private final Map<String, Set<String>> forms;
    private final int longest;

    private Orthography(Map<String, Set<String>> forms) {
        this.forms = forms;
        this.longest = forms.values().stream()
                .flatMap(Set::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    static Orthography read(String resource) {
        return new Orthography(Table.values(resource, 2).stream()
                .collect(Collectors.groupingBy(List::getFirst, Collectors.mapping(List::getLast, Collectors.toSet()))));
    }

    /// @param end one past the stop
    boolean isAbbreviation(String text, int start, int end) {
        return holds("abbreviation", text, start, end);
    }

    /// @param hyphen where the hyphen stands
    boolean isPrefix(String text, int start, int hyphen) {
        return holds("prefix", text, start, hyphen);
    }

    boolean isCutFromS(String text, int start, int apostrophe) {
        return holds("before-s", text, start, apostrophe);
    }

    /// What is cut from the number before it, as in `5pm`.
    boolean isUnit(String text, int start, int end) {
        return holds("unit", text, start, end);
    }

    /// Whether an apostrophe behind the word belongs to it: `dogs'`, `goin'`.
    boolean endsInApostrophe(String text, int start, int end) {
        return forms.getOrDefault("before-apostrophe", Set.of()).stream()
                .anyMatch(ending -> end - start > ending.length() && text.startsWith(ending, end - ending.length()));
    }

    boolean isWhole(String text, int start, int end) {
        return holds("whole", text, start, end);
    }

    /// No form of the table is longer, in UTF-16 units.
    int longest() {
        return longest;
    }

    private boolean holds(String kind, String text, int start, int end) {
        return end - start <= longest
                && forms.getOrDefault(kind, Set.of())
                        .contains(text.substring(start, end)
                                .replace('\u2019', '\'')
                                .toLowerCase(Locale.ROOT));
    }
}
