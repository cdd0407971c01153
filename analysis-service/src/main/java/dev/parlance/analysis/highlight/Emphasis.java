package dev.parlance.analysis.highlight;

import java.util.Optional;

/// Punctuation that raises the voice: two or more of ! and ? together with at least one !, also in their wide forms.
final class Emphasis {
    private static final int MOST_SHOWN = 3;

    private Emphasis() {}

    /// The first emphasis, as written, shortened to three characters.
    static Optional<String> in(String text) {
        int start = 0;
        int strength = 0;
        boolean calls = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            int marks = marks(c);
            if (marks == 0) {
                if (strength >= 2 && calls) {
                    return Optional.of(text.substring(start, Math.min(i, start + MOST_SHOWN)));
                }
                start = i + 1;
                strength = 0;
                calls = false;
            } else {
                strength += marks;
                calls |= c != '?' && c != '？' && c != '⁇';
            }
        }
        return Optional.empty();
    }

    private static int marks(char c) {
        return switch (c) {
            case '!', '?', '！', '？' -> 1;
            case '‼', '⁉', '⁈', '⁇' -> 2;
            default -> 0;
        };
    }
}
