package dev.parlance.analysis.emotion;

import java.util.Optional;

/// What ! and ? add to a text, also in their wide forms: VADER's numbers, for every language.
///
/// @param emphasis the first emphatic run: two or more marks together with at least one !, as written, shortened to
///     three characters. Learners use a single ! like a full stop
record Punctuation(int exclamations, int questions, int longestRun, Optional<Evidence> emphasis) {
    private static final double WEIGHT_PER_EXCLAMATION = 0.292;
    private static final int MAX_EXCLAMATIONS = 4;
    private static final double WEIGHT_PER_QUESTION = 0.18;
    private static final int MAX_QUESTIONS_BY_NUMBER = 3;
    private static final double MANY_QUESTIONS_WEIGHT = 0.96;
    private static final int MIN_EMPHASIS_MARKS = 2;
    private static final int MAX_EVIDENCE_CHARACTERS = 3;

    static Punctuation of(String text) {
        int exclamations = 0;
        int questions = 0;
        int longest = 0;
        Evidence emphasis = null;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            int exclamationsBefore = exclamations;
            int questionsBefore = questions;
            for (; i < text.length() && isMark(text.charAt(i)); i++) {
                exclamations += exclamations(text.charAt(i));
                questions += questions(text.charAt(i));
            }
            int run = exclamations - exclamationsBefore + questions - questionsBefore;
            if (run >= MIN_EMPHASIS_MARKS && exclamations > exclamationsBefore) {
                longest = Math.max(longest, run);
                emphasis = emphasis == null ? toEvidence(text, start, i) : emphasis;
            }
            i = Math.max(i, start + 1);
        }
        return new Punctuation(exclamations, questions, longest, Optional.ofNullable(emphasis));
    }

    /// Added to the score in its own direction: 0.292 per ! up to four, 0.18 per ? from two on, 0.96 above
    /// three.
    double weight() {
        double questionWeight = questions <= 1
                ? 0
                : questions <= MAX_QUESTIONS_BY_NUMBER ? questions * WEIGHT_PER_QUESTION : MANY_QUESTIONS_WEIGHT;
        return Math.min(exclamations, MAX_EXCLAMATIONS) * WEIGHT_PER_EXCLAMATION + questionWeight;
    }

    /// Added to the strongest emotion: 0 without an emphasis.
    double emphasisWeight() {
        return Math.min(longestRun, MAX_EXCLAMATIONS) * WEIGHT_PER_EXCLAMATION;
    }

    private static Evidence toEvidence(String text, int start, int end) {
        int last = Math.min(end, start + MAX_EVIDENCE_CHARACTERS);
        return new Evidence(Evidence.Kind.PUNCTUATION, text.substring(start, last), start, last);
    }

    private static boolean isMark(char c) {
        return exclamations(c) + questions(c) > 0;
    }

    private static int exclamations(char c) {
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
