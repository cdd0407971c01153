package dev.parlance.analysis.language.romance;

import java.util.ArrayList;
import java.util.List;

/// Finds the words that a form is but for its accents: `perche` and `perchè` are `perché`, `etait` is `était`.
///
/// Walks the dictionary along the form and beside it, through letters of the same group, with at most [#MOST] letters
/// changed: what is no word's beginning is left at once.
final class Accents {
    private static final int MOST = 2;
    private static final int LONGEST = 30;
    private static final int ENOUGH = 4;

    private final Automaton automaton;
    private final List<String> groups;

    Accents(Automaton automaton, List<String> groups) {
        this.automaton = automaton;
        this.groups = groups;
    }

    /// The words with the fewest letters changed, at least one; none where the form is too long to look.
    List<String> of(String form) {
        var found = new ArrayList<String>();
        for (int changes = 1; changes <= MOST && found.isEmpty() && form.length() <= LONGEST; changes++) {
            walk(new char[form.length()], form, 0, automaton.root(), changes, found);
        }
        return found;
    }

    private void walk(char[] soFar, String form, int at, int node, int changes, List<String> found) {
        if (at == form.length()) {
            if (changes == 0 && found.size() < ENOUGH && automaton.isForm(node)) {
                found.add(new String(soFar));
            }
            return;
        }
        char written = form.charAt(at);
        step(soFar, form, at, node, changes, found, written);
        if (changes > 0) {
            String group = group(written);
            for (int i = 0; i < group.length(); i++) {
                if (group.charAt(i) != written) {
                    step(soFar, form, at, node, changes - 1, found, group.charAt(i));
                }
            }
        }
    }

    private void step(char[] soFar, String form, int at, int node, int changes, List<String> found, char letter) {
        int next = automaton.after(node, letter);
        if (next != Automaton.NOWHERE) {
            soFar[at] = letter;
            walk(soFar, form, at + 1, next, changes, found);
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
