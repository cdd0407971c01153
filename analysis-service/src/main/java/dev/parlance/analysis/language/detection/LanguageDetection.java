package dev.parlance.analysis.language.detection;

import dev.parlance.analysis.language.text.Lazy;
import java.util.Map;
import java.util.Set;

/// Detects the language of a text by OpenNLP's model of 103 languages ([LanguageDetectionModel]) and by function
/// words. For short texts in related languages the confidence is too high: require a high one before you act on it.
///
/// The model is loaded once, on first use.
public final class LanguageDetection {
    /// In UTF-16 code units, from the first letter. More text adds no accuracy, and OpenNLP's regular expressions that
    /// shorten laughter (hahaha…) take quadratic time or overflow the stack.
    private static final int MAX_SAMPLE_LENGTH = 1_000;

    /// Sharpens the model's probabilities: it gives its best guess at a sentence about 3 % and the second half of
    /// that, though it is right far more often. This and the values below were tuned on the treebanks' development
    /// splits, on tutoring conversations and on 47 sentences in 32 other languages, of which 44 are detected
    /// correctly.
    private static final double PROBABILITY_EXPONENT = 6;

    private static final double FUNCTION_WORD_FACTOR = 3;
    private static final int MAX_FUNCTION_WORDS = 20;

    /// How much more likely a language is that learners are expected to use.
    private static final double EXPECTED_LANGUAGE_FACTOR = 3;

    /// How much more likely than the text's own language another must be.
    private static final double MIN_LIKELIHOOD_RATIO = 7;

    private static final double SCRIPT_CONFIDENCE = 0.99;
    private static final Set<String> HAN_LANGUAGES = Set.of("zh", "ja");
    private static final Set<String> UNIQUE_SCRIPT_LANGUAGES = Set.of("zh", "ja", "ko");

    private static final Lazy<LanguageDetectionModel> MODEL =
            new Lazy<>(() -> LanguageDetectionModel.load("/langdetect-183.bin"));

    private LanguageDetection() {}

    /// The most likely language of a text among those of the model.
    ///
    /// @param expected primary subtags of the languages that are more likely here than others
    public static LanguageGuess detect(String text, Set<String> expected) {
        ScriptCounts scripts = ScriptCounts.of(text);
        if (scripts.letters() == 0) {
            return LanguageGuess.NONE;
        }
        String scriptLanguage = scripts.language();
        if (scriptLanguage != null && (scripts.kana() > 0 || scripts.hangul() > 0)) {
            return new LanguageGuess(scriptLanguage, SCRIPT_CONFIDENCE);
        }
        LanguageDetectionModel model = MODEL.get();
        double[] likelihoods = likelihoods(model, text);
        int best = 0;
        double sum = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            likelihoods[i] *= weight(model.language(i), scripts, expected);
            sum += likelihoods[i];
            best = likelihoods[i] > likelihoods[best] ? i : best;
        }
        return sum == 0 ? LanguageGuess.NONE : new LanguageGuess(model.language(best), likelihoods[best] / sum);
    }

    /// 0 for a language that is not written in the text's script.
    private static double weight(String language, ScriptCounts scripts, Set<String> expected) {
        boolean possible = scripts.language() != null
                ? HAN_LANGUAGES.contains(language)
                : scripts.isEastAsian() || !UNIQUE_SCRIPT_LANGUAGES.contains(language);
        if (!possible) {
            return 0;
        }
        return expected.contains(language) ? EXPECTED_LANGUAGE_FACTOR : 1;
    }

    /// The language of a part of a text in Latin script: the text's own, unless one of the candidates is clearly more
    /// likely. If the model does not support the text's own, it counts as likely as the likeliest non-candidate.
    ///
    /// @param own primary subtag of the text's language
    /// @param candidates primary subtags
    static String detectPart(String part, String own, Set<String> candidates) {
        LanguageDetectionModel model = MODEL.get();
        boolean supported = model.supports(own);
        double[] likelihoods = likelihoods(model, part);
        double ownLikelihood = 0;
        double candidateLikelihood = 0;
        String best = own;
        for (int i = 0; i < likelihoods.length; i++) {
            String language = model.language(i);
            if (supported ? language.equals(own) : !candidates.contains(language)) {
                ownLikelihood = Math.max(ownLikelihood, likelihoods[i]);
            } else if (candidates.contains(language)
                    && !UNIQUE_SCRIPT_LANGUAGES.contains(language)
                    && likelihoods[i] > candidateLikelihood) {
                candidateLikelihood = likelihoods[i];
                best = language;
            }
        }
        return candidateLikelihood >= ownLikelihood * MIN_LIKELIHOOD_RATIO ? best : own;
    }

    /// By the model and by function words; not normalized.
    private static double[] likelihoods(LanguageDetectionModel model, String text) {
        double[] likelihoods = model.probabilities(sample(text));
        Map<String, Integer> functionWords = FunctionWords.countByLanguage(text);
        for (int i = 0; i < likelihoods.length; i++) {
            int found = functionWords.getOrDefault(model.language(i), 0);
            likelihoods[i] = Math.pow(likelihoods[i], PROBABILITY_EXPONENT)
                    * Math.pow(FUNCTION_WORD_FACTOR, Math.min(MAX_FUNCTION_WORDS, found));
        }
        return likelihoods;
    }

    private static String sample(String text) {
        if (text.length() <= MAX_SAMPLE_LENGTH) {
            return text;
        }
        int first = 0;
        while (first < text.length() && !Character.isLetter(text.codePointAt(first))) {
            first += Character.charCount(text.codePointAt(first));
        }
        return text.substring(first, Math.min(text.length(), first + MAX_SAMPLE_LENGTH));
    }
}
