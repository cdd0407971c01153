package dev.parlance.analysis.language;

import java.util.Map;
import java.util.Set;

/// Tells the language of a text by OpenNLP's model of 103 languages ([LanguageModel]) and by function words. Short
/// texts in related languages are guessed wrong more often than the confidence says: whoever acts on it asks for a
/// clear one.
///
/// The model is loaded once, when the first text is guessed.
final class LanguageDetection {
    /// UTF-16 code units from the first letter on. They tell a language as well as all of a text does; and the
    /// expressions by which OpenNLP shortens laughter take the square of its length, or all of the stack
    /// (hahaha…).
    private static final int ENOUGH = 1_000;

    /// The model gives its best guess at a sentence of 103 languages some 3 %, and the next one half of that: it
    /// is right far more often than it says. This and the figures below were tuned on the treebanks' development
    /// splits, on conversations of tutors and on 47 sentences in 36 other languages, of which 44 are told right.
    private static final double SHARPNESS = 6;

    private static final double BY_FUNCTION_WORD = 3;
    private static final int MOST_FUNCTION_WORDS = 20;

    /// How much likelier a language is that learners are expected to speak.
    private static final double EXPECTED = 3;

    /// How much likelier than the text's own another language must be.
    private static final double CLEAR = 7;

    private static final double BY_SCRIPT = 0.99;
    private static final Set<String> IN_HAN = Set.of("zh", "ja");
    private static final Set<String> IN_SCRIPTS_OF_THEIR_OWN = Set.of("zh", "ja", "ko");

    private static final Once<LanguageModel> MODEL = new Once<>(() -> LanguageModel.load("/langdetect-183.bin"));

    private LanguageDetection() {}

    /// The best guess at a text of which nobody has said anything, among all languages that the model knows.
    ///
    /// @param expected primary subtags of those that are likelier here than others
    static LanguageGuess guess(String text, Set<String> expected) {
        Scripts scripts = Scripts.of(text);
        if (scripts.letters() == 0) {
            return LanguageGuess.NONE;
        }
        String byScript = scripts.language();
        if (byScript != null && (scripts.kana() > 0 || scripts.hangul() > 0)) {
            return new LanguageGuess(byScript, BY_SCRIPT);
        }
        double[] likelihoods = likelihoods(text);
        int best = 0;
        double sum = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            String language = MODEL.get().language(i);
            likelihoods[i] *= isWrittenSo(language, scripts) ? expected.contains(language) ? EXPECTED : 1 : 0;
            sum += likelihoods[i];
            best = likelihoods[i] > likelihoods[best] ? i : best;
        }
        return sum == 0 ? LanguageGuess.NONE : new LanguageGuess(MODEL.get().language(best), likelihoods[best] / sum);
    }

    private static boolean isWrittenSo(String language, Scripts scripts) {
        if (scripts.language() != null) {
            return IN_HAN.contains(language);
        }
        return scripts.isEastAsian() || !IN_SCRIPTS_OF_THEIR_OWN.contains(language);
    }

    /// The language of a part of a text: the text's own, unless one of the candidates is clearly likelier. Where
    /// the model does not know the text's own, it is taken to look like any of the others.
    ///
    /// @param own a primary subtag
    /// @param candidates likewise
    static String clearly(String part, String own, Set<String> candidates) {
        boolean known = MODEL.get().knows(own);
        double[] likelihoods = likelihoods(part);
        double its = 0;
        double highest = 0;
        String best = own;
        for (int i = 0; i < likelihoods.length; i++) {
            String language = MODEL.get().language(i);
            if (known ? language.equals(own) : !candidates.contains(language)) {
                its = Math.max(its, likelihoods[i]);
            } else if (candidates.contains(language) && likelihoods[i] > highest) {
                highest = likelihoods[i];
                best = language;
            }
        }
        return highest >= its * CLEAR ? best : own;
    }

    /// By the model and by function words; only their proportions tell something.
    private static double[] likelihoods(String text) {
        double[] likelihoods = MODEL.get().likelihoods(enough(text));
        Map<String, Integer> functionWords = FunctionWords.in(text);
        for (int i = 0; i < likelihoods.length; i++) {
            int found = functionWords.getOrDefault(MODEL.get().language(i), 0);
            likelihoods[i] = Math.pow(likelihoods[i], SHARPNESS)
                    * Math.pow(BY_FUNCTION_WORD, Math.min(MOST_FUNCTION_WORDS, found));
        }
        return likelihoods;
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
}
