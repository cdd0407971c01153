package dev.parlance.analysis.emotion;

import java.util.Optional;

/// What ! and ? add to a text, also in their wide forms: VADER's figures, for every language.
///
/// @param emphasis the first that raises the voice: two or more marks together with at least one !, as written,
///     shortened to three characters. A single ! is an everyday full stop among learners
record Punctuation(int calls, int questions, int longestRun, Optional<Evidence> emphasis) {
    private static final double PER_CALL = 0.292;
    private static final int MOST_CALLS = 4;
    private static final double PER_QUESTION = 0.18;
    private static final int FEW_QUESTIONS = 3;
    private static final double MANY_QUESTIONS = 0.96;
    private static final int RAISED = 2;
    private static final int MOST_SHOWN = 3;

    static Punctuation of(String text) {
        int calls = 0;
        int questions = 0;
        int longest = 0;
        Evidence emphasis = null;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            int callsBefore = calls;
            int questionsBefore = questions;
            for (; i < text.length() && isMark(text.charAt(i)); i++) {
                calls += calls(text.charAt(i));
                questions += questions(text.charAt(i));
            }
            int run = calls - callsBefore + questions - questionsBefore;
            if (run >= RAISED && calls > callsBefore) {
                longest = Math.max(longest, run);
                emphasis = emphasis == null ? shown(text, start, i) : emphasis;
            }
            i = Math.max(i, start + 1);
        }
        return new Punctuation(calls, questions, longest, Optional.ofNullable(emphasis));
    }

    /// Added to the score in the direction that it has: 0.292 per ! up to four, 0.18 per ? from two on, 0.96 above
    /// three.
    double weight() {
        double asked = questions <= 1 ? 0 : questions <= FEW_QUESTIONS ? questions * PER_QUESTION : MANY_QUESTIONS;
        return Math.min(calls, MOST_CALLS) * PER_CALL + asked;
    }

    /// Added to the strongest emotion: 0 without an emphasis.
    double raised() {
        return Math.min(longestRun, MOST_CALLS) * PER_CALL;
    }

    private static Evidence shown(String text, int start, int end) {
        int last = Math.min(end, start + MOST_SHOWN);
        return new Evidence(Evidence.Kind.PUNCTUATION, text.substring(start, last), start, last);
    }

    private static boolean isMark(char c) {
        return calls(c) + questions(c) > 0;
    }

    private static int calls(char c) {
        return switch (c) {
            case '!', '！', '⁉', '⁈' -> 1;
            case '‼' -> 2;
            default -> 0;
        };
    }

    private static int questions(char c) {
        return switch (c) {
            case '?', '？', '⁉', '⁈' -> 1;
            case '⁇' -> 2;
            default -> 0;
        };
    }
}
