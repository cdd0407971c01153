package dev.parlance.analysis.language.detection;

import com.ibm.icu.util.ULocale;
import dev.parlance.analysis.language.dictionary.TsvResource;
import dev.parlance.analysis.language.tagging.FeatureWeights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;

/// OpenNLP's maximum entropy model of 103 languages. Its features are the distinct character n-grams of a text, of one
/// to three characters in lower case.
///
/// The probabilities are those of OpenNLP's own detector, which builds a string for each n-gram and keeps the model as
/// a map of strings in 35 MB; this takes 13 MB ([FeatureWeights]).
final class LanguageDetectionModel {
    private static final int MAX_NGRAM_LENGTH = 3;
    private static final long EMPTY_VALUE_HASH = FeatureWeights.hash("");

    /// As in the model's training: removes addresses, numbers, emoji and the like.
    private static final CharSequenceNormalizer NORMALIZER = new AggregateCharSequenceNormalizer(
            EmojiCharSequenceNormalizer.getInstance(),
            UrlCharSequenceNormalizer.getInstance(),
            TwitterCharSequenceNormalizer.getInstance(),
            NumberCharSequenceNormalizer.getInstance(),
            ShrinkCharSequenceNormalizer.getInstance());

    private final FeatureWeights weights;
    private final String[] languages;

    private LanguageDetectionModel(FeatureWeights weights) {
        this.weights = weights;
        this.languages = Arrays.stream(weights.outcomes())
                .map(LanguageDetectionModel::subtag)
                .toArray(String[]::new);
    }

    /// @param resource a model on the class path
    static LanguageDetectionModel load(String resource) {
        try (InputStream model = TsvResource.open(resource)) {
            return new LanguageDetectionModel(
                    new FeatureWeights((AbstractModel) new LanguageDetectorModel(model).getMaxentModel()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The primary subtag of an ISO 639-3 code, which the model uses: `zh` of `cmn`.
    private static String subtag(String iso6393) {
        return switch (iso6393) {
            case "cmn" -> "zh";
            case "pes" -> "fa";
            case "tgl" -> "tl";
            default -> ULocale.forLanguageTag(iso6393).getLanguage();
        };
    }

    /// @param language a primary subtag
    boolean supports(String language) {
        return Arrays.asList(languages).contains(language);
    }

    int size() {
        return languages.length;
    }

    /// @return a primary subtag
    String language(int index) {
        return languages[index];
    }

    /// By language; their sum is 1.
    double[] probabilities(String text) {
        double[] scores = new double[languages.length];
        int[] rows = ngramRows(NORMALIZER.normalize(text));
        for (int i = 0; i < rows.length; i++) {
            if (i == 0 || rows[i] != rows[i - 1]) {
                weights.addRow(rows[i], scores);
            }
        }
        double greatest = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - greatest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    /// The model's rows of all n-grams, sorted; with duplicates.
    private int[] ngramRows(CharSequence text) {
        char[] lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(text.charAt(i));
        }
        String lowerCase = new String(lower);
        int[] rows = new int[lower.length * MAX_NGRAM_LENGTH];
        int count = 0;
        for (int start = 0; start < lower.length; start++) {
            for (int end = start + 1; end <= Math.min(lower.length, start + MAX_NGRAM_LENGTH); end++) {
                long ngram = FeatureWeights.feature(FeatureWeights.hash(lowerCase, start, end), EMPTY_VALUE_HASH);
                rows[count++] = weights.row(ngram);
            }
        }
        int[] sorted = Arrays.copyOf(rows, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
