package dev.parlance.analysis.language.tagging;

import dev.parlance.analysis.language.dictionary.Lexicon;
import dev.parlance.analysis.language.text.PartOfSpeech;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;

/// A part-of-speech tagger with a model of OpenNLP that was trained on Universal Dependencies.
///
/// Features and beam search are those of OpenNLP's default tagger, because the model was trained with them: the
/// word, two before and two after it, its prefixes and suffixes of up to four letters, its shape, the two tags
/// before. A contraction has a tag of two parts (`don't`: AUX+PART), of which the first is its part of speech.
///
/// Source: https://opennlp.apache.org/docs/2.5.4/manual/opennlp.html, part "Part-of-Speech Tagger"
public final class MaxentTagger {
    private static final int MAX_AFFIX_LENGTH = 4;
    /// More than the weights of all features of a token together.
    private static final double EXCLUDED_TAG_PENALTY = 100;

    private static final long WORD = FeatureWeights.hash("w");
    private static final long SHAPED_WORD = FeatureWeights.hash("w&c");
    private static final long[] PRECEDING_WORDS = {FeatureWeights.hash("p1w"), FeatureWeights.hash("p2w")};
    private static final long[] FOLLOWING_WORDS = {FeatureWeights.hash("n1w"), FeatureWeights.hash("n2w")};
    private static final long SUFFIX = FeatureWeights.hash("suf");
    private static final long PREFIX = FeatureWeights.hash("pre");
    private static final long SHAPE = FeatureWeights.hash("wc");

    private final FeatureWeights weights;
    private final PartOfSpeech[] partsOfSpeech;
    private final int tags;
    private final int biasRow;
    /// By distance from the start of the sentence.
    private final int[] sentenceStartRows;
    private final int[] previousTagRows;
    private final int[] previousTwoTagsRows;

    private MaxentTagger(FeatureWeights weights) {
        this.weights = weights;
        String[] outcomes = weights.outcomes();
        tags = outcomes.length;
        partsOfSpeech = Arrays.stream(outcomes).map(MaxentTagger::partOfSpeech).toArray(PartOfSpeech[]::new);
        biasRow = weights.row(FeatureWeights.feature(FeatureWeights.hash("def"), FeatureWeights.hash("")));
        sentenceStartRows = new int[] {row("S", "begin"), row("p1S", "begin"), row("p2S", "begin")};
        previousTagRows = new int[tags];
        previousTwoTagsRows = new int[tags * tags];
        for (int i = 0; i < tags; i++) {
            previousTagRows[i] = row("t", outcomes[i]);
            for (int j = 0; j < tags; j++) {
                previousTwoTagsRows[i * tags + j] = row("t2", outcomes[i] + "," + outcomes[j]);
            }
        }
    }

    /// @param resource a model on the class path: a zip with an entry `pos.model`
    /// @throws IllegalStateException if there is none
    public static MaxentTagger load(String resource) {
        try (InputStream resourceStream = MaxentTagger.class.getResourceAsStream(resource)) {
            if (resourceStream == null) {
                throw new IllegalStateException("No tagger model at " + resource);
            }
            var zip = new ZipInputStream(resourceStream);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("pos.model")) {
                    return new MaxentTagger(
                            new FeatureWeights(new GenericModelReader(new BinaryFileDataReader(zip)).getModel()));
                }
            }
            throw new IllegalStateException("No tagger model in " + resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int row(String name, String value) {
        return weights.row(FeatureWeights.feature(FeatureWeights.hash(name), FeatureWeights.hash(value)));
    }

    private static PartOfSpeech partOfSpeech(String tag) {
        int plus = tag.indexOf('+');
        String first = plus < 0 ? tag : tag.substring(0, plus);
        return first.equals("PUNCT") ? null : PartOfSpeech.valueOf(first);
    }

    /// One part of speech for each token; null for punctuation.
    ///
    /// @param lexicon restricts the tags of words that the model was not trained on
    public PartOfSpeech[] partsOfSpeech(TokenSpans tokens, Lexicon lexicon) {
        var tagged = new PartOfSpeech[tokens.size()];
        for (int first = 0; first < tokens.size(); ) {
            int end = first + 1;
            while (end < tokens.size() && !tokens.startsSentence(end)) {
                end++;
            }
            tagSentence(tokens, first, end, lexicon, tagged);
            first = end;
        }
        return tagged;
    }

    private void tagSentence(TokenSpans tokens, int first, int end, Lexicon lexicon, PartOfSpeech[] tagged) {
        int length = end - first;
        String[] surfaces = new String[length];
        long[] words = new long[length];
        for (int i = 0; i < length; i++) {
            surfaces[i] = tokens.surface(first + i).replace('\u2019', '\''); // as in the models' training
            words[i] = lowerCaseHash(surfaces[i]);
        }
        var beam = new BeamSearch(tags, length);
        double[] wordScores = new double[tags];
        double[] scores = new double[tags];
        for (int at = 0; at < length; at++) {
            scoreWordFeatures(surfaces[at], words, at, wordScores);
            if (tokens.isWord(first + at) && weights.row(FeatureWeights.feature(WORD, words[at])) == 0) {
                penalizeImpossibleTags(lexicon.partsOfSpeech(surfaces[at], at == 0), wordScores);
            }
            for (int path = 0; path < beam.pathCount(); path++) {
                System.arraycopy(wordScores, 0, scores, 0, tags);
                if (at > 0) {
                    weights.addRow(previousTagRows[beam.lastTag(path)], scores);
                }
                if (at > 1) {
                    weights.addRow(previousTwoTagsRows[beam.tagBeforeLast(path) * tags + beam.lastTag(path)], scores);
                }
                beam.extend(path, scores);
            }
            beam.advance();
        }
        int[] best = beam.bestTags();
        for (int at = 0; at < length; at++) {
            tagged[first + at] = partsOfSpeech[best[at]];
        }
    }

    private void penalizeImpossibleTags(Set<PartOfSpeech> possible, double[] scores) {
        if (possible.isEmpty()) {
            return;
        }
        for (int tag = 0; tag < tags; tag++) {
            if (partsOfSpeech[tag] == null || !possible.contains(partsOfSpeech[tag])) {
                scores[tag] -= EXCLUDED_TAG_PENALTY;
            }
        }
    }

    private void scoreWordFeatures(String surface, long[] words, int at, double[] scores) {
        Arrays.fill(scores, 0);
        weights.addRow(biasRow, scores);
        int length = surface.length();
        for (int i = 1; i <= Math.min(MAX_AFFIX_LENGTH, length); i++) {
            weights.add(FeatureWeights.feature(SUFFIX, FeatureWeights.hash(surface, length - i, length)), scores);
            weights.add(FeatureWeights.feature(PREFIX, FeatureWeights.hash(surface, 0, i)), scores);
        }
        weights.add(FeatureWeights.feature(WORD, words[at]), scores);
        for (int distance = 1; distance <= 2; distance++) {
            if (at >= distance) {
                weights.add(FeatureWeights.feature(PRECEDING_WORDS[distance - 1], words[at - distance]), scores);
            }
            if (at + distance < words.length) {
                weights.add(FeatureWeights.feature(FOLLOWING_WORDS[distance - 1], words[at + distance]), scores);
            }
        }
        if (at < sentenceStartRows.length) {
            weights.addRow(sentenceStartRows[at], scores);
        }
        long shape = TokenShape.of(surface).hash();
        weights.add(FeatureWeights.feature(SHAPE, shape), scores);
        weights.add(FeatureWeights.feature(FeatureWeights.feature(SHAPED_WORD, words[at]), shape), scores);
    }

    private static long lowerCaseHash(String surface) {
        return FeatureWeights.hash(surface.toLowerCase(Locale.ROOT));
    }
}
