package dev.parlance.analysis.language.spaced;

import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A language's exceptions to splitting at punctuation marks and nowhere else.
///
/// From a table of kind and forms in lower case: `abbreviation` (keeps its full stop: `mr.`), `prefix` (keeps its
/// hyphen: `non-human`), `whole` (one word with all its marks: `b/c`, `'em`), `before-s` (a word that is split from
/// `'s`: German `gibt|'s`), `before-apostrophe` (an ending after which an apostrophe is part of the word: `dogs'`) and
/// `unit` (split from a number: `5|pm`).
public final class Orthography {
    private final Map<String, Set<String>> forms;
    private final int maxFormLength;

    private Orthography(Map<String, Set<String>> forms) {
        this.forms = forms;
        this.maxFormLength = forms.values().stream()
                .flatMap(Set::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    public static Orthography load(String resource) {
        return new Orthography(TsvResource.expandedRows(resource, 2).stream()
                .collect(Collectors.groupingBy(List::getFirst, Collectors.mapping(List::getLast, Collectors.toSet()))));
    }

    /// @param end one past the full stop
    boolean isAbbreviation(String text, int start, int end) {
        return holds("abbreviation", text, start, end);
    }

    /// @param hyphen the offset of the hyphen
    boolean isPrefix(String text, int start, int hyphen) {
        return holds("prefix", text, start, hyphen);
    }

    boolean isSplitBeforeS(String text, int start, int apostrophe) {
        return holds("before-s", text, start, apostrophe);
    }

    /// Whether it is split from the number before it, as in `5pm`.
    boolean isUnit(String text, int start, int end) {
        return holds("unit", text, start, end);
    }

    /// Whether an apostrophe after the word is part of it: `dogs'`, `goin'`.
    boolean endsInApostrophe(String text, int start, int end) {
        return forms.getOrDefault("before-apostrophe", Set.of()).stream()
                .anyMatch(ending -> end - start > ending.length() && text.startsWith(ending, end - ending.length()));
    }

    boolean isWhole(String text, int start, int end) {
        return holds("whole", text, start, end);
    }

    /// The length of the longest form in the table, in UTF-16 code units.
    int maxFormLength() {
        return maxFormLength;
    }

    private boolean holds(String kind, String text, int start, int end) {
        return end - start <= maxFormLength
                && forms.getOrDefault(kind, Set.of())
                        .contains(text.substring(start, end)
                                .replace('\u2019', '\'')
                                .toLowerCase(Locale.ROOT));
    }
}
