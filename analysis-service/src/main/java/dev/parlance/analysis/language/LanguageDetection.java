package dev.parlance.analysis.language;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Tells the language of a text by OpenNLP's model of 103 languages ([LanguageModel]) and by function words. Short
/// texts in related languages are guessed wrong more often than the confidence says: whoever acts on it asks for a
/// clear one.
///
/// The model is loaded once, when the first text is guessed.
final class LanguageDetection {
    /// UTF-16 code units from the first letter on. They tell a language as well as all of a text does; and the
    /// expressions by which OpenNLP shortens laughter take the square of its length, or all of the stack (hahaha…).
    private static final int ENOUGH = 1_000;

    /// The model gives its best guess at a sentence of 103 languages some 3 %, and the next one half of that: it is
    /// right far more often than it says. This and the next two were tuned on a third of the treebanks' development
    /// splits and on 47 sentences in 36 other languages, of which 42 are told right.
    private static final double SHARPNESS = 6;

    /// How much likelier a language is that learners are expected to speak.
    private static final double EXPECTED = 3;

    private static final double BY_FUNCTION_WORD = 3;
    private static final int MOST_FUNCTION_WORDS = 20;

    private LanguageDetection() {}

    /// The best guess among some languages, or among all that the model knows.
    ///
    /// @param candidates primary subtags; empty for all
    static LanguageGuess guess(String text, Set<String> candidates) {
        return guess(text, 1, language -> candidates.isEmpty() || candidates.contains(language) ? 1 : 0);
    }

    /// The best guess at a text of which nobody has said anything, among all that the model knows: languages that
    /// are expected here are likelier than others, and each function word makes its languages so.
    ///
    /// @param expected primary subtags
    static LanguageGuess guessUntold(String text, Set<String> expected) {
        if (!Letters.in(text, 0, text.length())) {
            return LanguageGuess.NONE;
        }
        Map<String, Integer> functionWords = FunctionWords.in(text);
        return guess(
                text,
                SHARPNESS,
                language -> (expected.contains(language) ? EXPECTED : 1) * weight(functionWords.get(language)));
    }

    private static double weight(Integer functionWords) {
        return functionWords == null ? 1 : Math.pow(BY_FUNCTION_WORD, Math.min(MOST_FUNCTION_WORDS, functionWords));
    }

    /// @param sharpness the power to which what the model says is raised
    /// @param weight    of each language, by which that is multiplied
    private static LanguageGuess guess(String text, double sharpness, ToDoubleFunction<String> weight) {
        String best = Languages.UNDETERMINED;
        double highest = 0;
        double sum = 0;
        double[] likelihoods = Loaded.MODEL.likelihoods(enough(text));
        for (int i = 0; i < likelihoods.length; i++) {
            String language = Loaded.MODEL.language(i);
            double likelihood = Math.pow(likelihoods[i], sharpness) * weight.applyAsDouble(language);
            sum += likelihood;
            if (likelihood > highest) {
                highest = likelihood;
                best = language;
            }
        }
        return sum == 0 ? LanguageGuess.NONE : new LanguageGuess(best, highest / sum);
    }

    private static String enough(String text) {
        if (text.length() <= ENOUGH) {
            return text;
        }
        int first = 0;
        while (first < text.length() && !Character.isLetter(text.codePointAt(first))) {
            first += Character.charCount(text.codePointAt(first));
        }
        return text.substring(first, Math.min(text.length(), first + ENOUGH));
    }

    /// Whether the model can guess this language.
    static boolean knows(String language) {
        return Loaded.LANGUAGES.contains(language);
    }

    private static final class Loaded {
        static final LanguageModel MODEL = LanguageModel.load("/langdetect-183.bin");
        static final Set<String> LANGUAGES = languages();

        private static Set<String> languages() {
            Set<String> languages = new HashSet<>();
            for (int i = 0; i < MODEL.size(); i++) {
                languages.add(MODEL.language(i));
            }
            return Set.copyOf(languages);
        }
    }
}
