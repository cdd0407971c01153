package dev.parlance.analysis.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;

/// Tells the part of speech of each piece of a text with a model of OpenNLP that was trained on Universal
/// Dependencies.
///
/// The features are those of OpenNLP's default tagger (the word, two before and two after it, its first and last
/// four letters, its shape, the two tags before), and the best few sequences of tags are followed as it does; both
/// are told by the model, so neither can be chosen here. A contraction has one tag of two (`don't`: AUX+PART), of
/// which the first is its part of speech.
///
/// Source: https://opennlp.apache.org/docs/2.5.4/manual/opennlp.html, part "Part-of-Speech Tagger"
final class Tagger {
    private static final int AFFIX = 4;
    /// More than any features weigh together.
    private static final double EXCLUDED = 100;

    private static final long WORD = FeatureWeights.hash("w");
    private static final long SHAPED_WORD = FeatureWeights.hash("w&c");
    private static final long[] BEFORE = {FeatureWeights.hash("p1w"), FeatureWeights.hash("p2w")};
    private static final long[] AFTER = {FeatureWeights.hash("n1w"), FeatureWeights.hash("n2w")};
    private static final long SUFFIX = FeatureWeights.hash("suf");
    private static final long PREFIX = FeatureWeights.hash("pre");
    private static final long SHAPE = FeatureWeights.hash("wc");

    private final FeatureWeights weights;
    private final PartOfSpeech[] partsOfSpeech;
    private final int tags;
    private final int always;
    /// By distance from the begin of the sentence.
    private final int[] begins;
    private final int[] afterTag;
    private final int[] afterTags;

    private Tagger(FeatureWeights weights) {
        this.weights = weights;
        String[] outcomes = weights.outcomes();
        tags = outcomes.length;
        partsOfSpeech = Arrays.stream(outcomes).map(Tagger::partOfSpeech).toArray(PartOfSpeech[]::new);
        always = weights.row(FeatureWeights.feature(FeatureWeights.hash("def"), FeatureWeights.hash("")));
        begins = new int[] {row("S", "begin"), row("p1S", "begin"), row("p2S", "begin")};
        afterTag = new int[tags];
        afterTags = new int[tags * tags];
        for (int i = 0; i < tags; i++) {
            afterTag[i] = row("t", outcomes[i]);
            for (int j = 0; j < tags; j++) {
                afterTags[i * tags + j] = row("t2", outcomes[i] + "," + outcomes[j]);
            }
        }
    }

    /// @param resource a model on the class path: a zip with an entry `pos.model`
    /// @throws IllegalStateException if there is none
    static Tagger load(String resource) {
        try (InputStream file = Tagger.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("No tagger's model at " + resource);
            }
            var zip = new ZipInputStream(file);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("pos.model")) {
                    return new Tagger(
                            new FeatureWeights(new GenericModelReader(new BinaryFileDataReader(zip)).getModel()));
                }
            }
            throw new IllegalStateException("No tagger's model in " + resource);
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

    /// One part of speech for each piece; null for punctuation.
    ///
    /// @param lexicon asked about the words that the model has not met
    PartOfSpeech[] partsOfSpeech(Pieces pieces, Lexicon lexicon) {
        var found = new PartOfSpeech[pieces.size()];
        for (int first = 0; first < pieces.size(); ) {
            int end = first + 1;
            while (end < pieces.size() && !pieces.isFirst(end)) {
                end++;
            }
            tagSentence(pieces, first, end, lexicon, found);
            first = end;
        }
        return found;
    }

    private void tagSentence(Pieces pieces, int first, int end, Lexicon lexicon, PartOfSpeech[] found) {
        int length = end - first;
        String[] surfaces = new String[length];
        long[] words = new long[length];
        for (int i = 0; i < length; i++) {
            surfaces[i] = pieces.surface(first + i).replace('\u2019', '\''); // as the models know it
            words[i] = lowerCaseHash(surfaces[i]);
        }
        var beam = new Beam(tags, length);
        double[] own = new double[tags];
        double[] scores = new double[tags];
        for (int at = 0; at < length; at++) {
            ownFeatures(surfaces[at], words, at, own);
            if (pieces.isWord(first + at) && weights.row(FeatureWeights.feature(WORD, words[at])) == 0) {
                exclude(lexicon.partsOfSpeech(surfaces[at], at == 0), own);
            }
            for (int path = 0; path < beam.paths(); path++) {
                System.arraycopy(own, 0, scores, 0, tags);
                if (at > 0) {
                    weights.addRow(afterTag[beam.last(path)], scores);
                }
                if (at > 1) {
                    weights.addRow(afterTags[beam.lastButOne(path) * tags + beam.last(path)], scores);
                }
                beam.offer(path, scores);
            }
            beam.advance();
        }
        int[] best = beam.best();
        for (int at = 0; at < length; at++) {
            found[first + at] = partsOfSpeech[best[at]];
        }
    }

    private void exclude(Set<PartOfSpeech> possible, double[] scores) {
        if (possible.isEmpty()) {
            return;
        }
        for (int tag = 0; tag < tags; tag++) {
            if (partsOfSpeech[tag] == null || !possible.contains(partsOfSpeech[tag])) {
                scores[tag] -= EXCLUDED;
            }
        }
    }

    private void ownFeatures(String surface, long[] words, int at, double[] scores) {
        Arrays.fill(scores, 0);
        weights.addRow(always, scores);
        int length = surface.length();
        for (int i = 1; i <= Math.min(AFFIX, length); i++) {
            weights.add(FeatureWeights.feature(SUFFIX, FeatureWeights.hash(surface, length - i, length)), scores);
            weights.add(FeatureWeights.feature(PREFIX, FeatureWeights.hash(surface, 0, i)), scores);
        }
        weights.add(FeatureWeights.feature(WORD, words[at]), scores);
        for (int distance = 1; distance <= 2; distance++) {
            if (at >= distance) {
                weights.add(FeatureWeights.feature(BEFORE[distance - 1], words[at - distance]), scores);
            }
            if (at + distance < words.length) {
                weights.add(FeatureWeights.feature(AFTER[distance - 1], words[at + distance]), scores);
            }
        }
        if (at < begins.length) {
            weights.addRow(begins[at], scores);
        }
        long shape = Shape.of(surface).hash();
        weights.add(FeatureWeights.feature(SHAPE, shape), scores);
        weights.add(FeatureWeights.feature(FeatureWeights.feature(SHAPED_WORD, words[at]), shape), scores);
    }

    private static long lowerCaseHash(String surface) {
        return FeatureWeights.hash(surface.toLowerCase(Locale.ROOT));
    }
}
