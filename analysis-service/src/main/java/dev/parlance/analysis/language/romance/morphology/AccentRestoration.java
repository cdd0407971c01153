package dev.parlance.analysis.language.romance.morphology;

import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import java.util.ArrayList;
import java.util.List;

/// Finds the known words that differ from a form in accents only: `perché` for `perche` and `perchè`, `était` for
/// `etait`.
///
/// A depth-first search of the dictionary's automaton with at most [#MAX_CHANGED_LETTERS] letters replaced by others
/// of their group. It abandons a prefix that no form has.
final class AccentRestoration {
    private static final int MAX_CHANGED_LETTERS = 2;
    private static final int MAX_FORM_LENGTH = 30;
    private static final int MAX_RESULTS = 4;

    private final MorphologicalDictionary dictionary;
    private final List<String> groups;

    AccentRestoration(MorphologicalDictionary dictionary, List<String> groups) {
        this.dictionary = dictionary;
        this.groups = groups;
    }

    /// The words with the fewest changed letters, at least one; empty if there are none or the form is too long.
    List<String> restore(String form) {
        var found = new ArrayList<String>();
        for (int changes = 1;
                changes <= MAX_CHANGED_LETTERS && found.isEmpty() && form.length() <= MAX_FORM_LENGTH;
                changes++) {
            walk(new char[form.length()], form, 0, dictionary.root(), changes, found);
        }
        return found;
    }

    private void walk(char[] prefix, String form, int at, int node, int changes, List<String> found) {
        if (at == form.length()) {
            if (changes == 0 && found.size() < MAX_RESULTS && dictionary.isFormEnd(node)) {
                found.add(new String(prefix));
            }
            return;
        }
        char written = form.charAt(at);
        step(prefix, form, at, node, changes, found, written);
        if (changes > 0) {
            String group = group(written);
            for (int i = 0; i < group.length(); i++) {
                if (group.charAt(i) != written) {
                    step(prefix, form, at, node, changes - 1, found, group.charAt(i));
                }
            }
        }
    }

    private void step(char[] prefix, String form, int at, int node, int changes, List<String> found, char letter) {
        int next = dictionary.follow(node, letter);
        if (next != MorphologicalDictionary.NO_NODE) {
            prefix[at] = letter;
            walk(prefix, form, at + 1, next, changes, found);
        }
    }

    private String group(char letter) {
        for (String group : groups) {
            if (group.indexOf(letter) >= 0) {
                return group;
            }
        }
        return "";
    }
}
