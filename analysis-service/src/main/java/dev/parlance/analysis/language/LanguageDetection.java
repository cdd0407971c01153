package dev.parlance.analysis.language;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/// Tells the language of a text by OpenNLP's model of 103 languages, by groups of up to three letters. Short texts
/// in related languages are guessed wrong more often than the confidence says: whoever acts on it asks for a clear
/// one.
///
/// The model takes some 35 MB, once, when the first text is guessed.
final class LanguageDetection {
    private static final Once<Model> MODEL = new Once<>(Model::load);
    private static final Map<String, String> SUBTAGS = new ConcurrentHashMap<>();

    private LanguageDetection() {}

    /// The best guess among some languages, or among all that the model knows.
    ///
    /// @param candidates primary subtags; empty for all
    static LanguageGuess guess(String text, Set<String> candidates) {
        String best = Languages.UNDETERMINED;
        double highest = 0;
        double sum = 0;
        for (Language guess : MODEL.get().detector().predictLanguages(text)) {
            String language = subtag(guess.getLang());
            if (candidates.isEmpty() || candidates.contains(language)) {
                sum += guess.getConfidence();
                if (guess.getConfidence() > highest) {
                    highest = guess.getConfidence();
                    best = language;
                }
            }
        }
        return sum == 0 ? LanguageGuess.NONE : new LanguageGuess(best, highest / sum);
    }

    /// Whether the model can guess this language.
    static boolean knows(String language) {
        return MODEL.get().languages().contains(language);
    }

    /// `zh` of `cmn`: the model names languages by ISO 639-3.
    private static String subtag(String iso6393) {
        return SUBTAGS.computeIfAbsent(iso6393, code -> switch (code) {
            case "cmn" -> "zh";
            default -> ULocale.forLanguageTag(code).getLanguage();
        });
    }

    /// @param languages that it knows
    private record Model(LanguageDetector detector, Set<String> languages) {
        static Model load() {
            try (InputStream model = Table.open("/langdetect-183.bin")) {
                var detector = new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(model));
                return new Model(
                        detector,
                        Arrays.stream(detector.getSupportedLanguages())
                                .map(LanguageDetection::subtag)
                                .collect(Collectors.toUnmodifiableSet()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
