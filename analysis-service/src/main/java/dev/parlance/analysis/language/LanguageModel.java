package dev.parlance.analysis.language;

import com.ibm.icu.util.ULocale;
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

/// OpenNLP's model of 103 languages: how likely a text is in each, by its groups of one to three characters
/// without regard to case, each of which counts once.
///
/// The figures are those of OpenNLP's own detector, which builds a string for each group and keeps the model as
/// a map of strings in 35 MB; these are 13 ([FeatureWeights]).
final class LanguageModel {
    private static final int LONGEST_GROUP = 3;
    private static final long NO_VALUE = FeatureWeights.hash("");

    /// As the model was trained: without addresses, figures, emoji and the like.
    private static final CharSequenceNormalizer PLAIN = new AggregateCharSequenceNormalizer(
            EmojiCharSequenceNormalizer.getInstance(),
            UrlCharSequenceNormalizer.getInstance(),
            TwitterCharSequenceNormalizer.getInstance(),
            NumberCharSequenceNormalizer.getInstance(),
            ShrinkCharSequenceNormalizer.getInstance());

    private final FeatureWeights weights;
    private final String[] languages;

    private LanguageModel(FeatureWeights weights) {
        this.weights = weights;
        this.languages =
                Arrays.stream(weights.outcomes()).map(LanguageModel::subtag).toArray(String[]::new);
    }

    /// @param resource a model on the class path
    static LanguageModel load(String resource) {
        try (InputStream model = Table.open(resource)) {
            return new LanguageModel(
                    new FeatureWeights((AbstractModel) new LanguageDetectorModel(model).getMaxentModel()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `zh` of `cmn`: the model names languages by ISO 639-3.
    private static String subtag(String iso6393) {
        return switch (iso6393) {
            case "cmn" -> "zh";
            case "pes" -> "fa";
            case "tgl" -> "tl";
            default -> ULocale.forLanguageTag(iso6393).getLanguage();
        };
    }

    /// Whether it can guess this language, a primary subtag.
    boolean knows(String language) {
        return Arrays.asList(languages).contains(language);
    }

    int size() {
        return languages.length;
    }

    /// The primary subtag of a language.
    String language(int at) {
        return languages[at];
    }

    /// Of each language, which together are 1.
    double[] likelihoods(String text) {
        double[] scores = new double[languages.length];
        int[] groups = groups(PLAIN.normalize(text));
        for (int i = 0; i < groups.length; i++) {
            if (i == 0 || groups[i] != groups[i - 1]) {
                weights.addRow(groups[i], scores);
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

    /// The rows of all groups of characters, sorted.
    private int[] groups(CharSequence text) {
        char[] lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(text.charAt(i));
        }
        String plain = new String(lower);
        int[] rows = new int[lower.length * LONGEST_GROUP];
        int found = 0;
        for (int start = 0; start < lower.length; start++) {
            for (int end = start + 1; end <= Math.min(lower.length, start + LONGEST_GROUP); end++) {
                long group = FeatureWeights.feature(FeatureWeights.hash(plain, start, end), NO_VALUE);
                rows[found++] = weights.row(group);
            }
        }
        int[] sorted = Arrays.copyOf(rows, found);
        Arrays.sort(sorted);
        return sorted;
    }
}
