package dev.parlance.analysis.language.tagging;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/// The weights of a maximum entropy model of OpenNLP: for each feature (`w=house`, `suf=ing`) the weights of the
/// outcomes that it is evidence for.
///
/// OpenNLP looks features up as strings and spends most of its time on building them. Here a feature is the 64-bit
/// hash of its name and value, which needs no allocation, and the weights are in flat arrays. The probability that
/// two of 50,000 features share a hash is below one in a billion.
public final class FeatureWeights {
    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final String[] outcomes;
    private final long[] keys;
    /// The row of the key in the same slot, from 1; 0 for an empty slot.
    private final int[] rows;
    private final int[] rowStarts;
    private final byte[] outcomeIndexes;
    private final float[] weights;
    private final int mask;

    /// @param model with less than 128 outcomes
    public FeatureWeights(AbstractModel model) {
        Object[] data = model.getDataStructures();
        @SuppressWarnings("unchecked") // the second of a model's structures by OpenNLP's contract
        var features = (Map<String, Context>) data[1];
        outcomes = new String[model.getNumOutcomes()];
        Arrays.setAll(outcomes, model::getOutcome);
        int capacity = Integer.highestOneBit(features.size()) * 4;
        mask = capacity - 1;
        keys = new long[capacity];
        rows = new int[capacity];
        rowStarts = new int[features.size() + 2];
        int parameters =
                features.values().stream().mapToInt(c -> c.getOutcomes().length).sum();
        outcomeIndexes = new byte[parameters];
        weights = new float[parameters];
        int row = 1;
        int at = 0;
        for (var feature : features.entrySet()) {
            put(key(feature.getKey()), row);
            int[] featureOutcomes = feature.getValue().getOutcomes();
            for (int i = 0; i < featureOutcomes.length; i++) {
                outcomeIndexes[at] = (byte) featureOutcomes[i];
                weights[at++] = (float) feature.getValue().getParameters()[i];
            }
            rowStarts[++row] = at;
        }
    }

    public String[] outcomes() {
        return outcomes.clone();
    }

    /// Adds the feature's weights to the scores, indexed by outcome; none for an unknown feature.
    void add(long feature, double[] scores) {
        addRow(row(feature), scores);
    }

    public void addRow(int row, double[] scores) {
        for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
            scores[outcomeIndexes[i]] += weights[i];
        }
    }

    /// The row of a feature, for [#addRow]; 0, an empty row, for an unknown feature.
    public int row(long feature) {
        int slot = slot(feature);
        while (rows[slot] != 0) {
            if (keys[slot] == feature) {
                return rows[slot];
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    private void put(long feature, int row) {
        int slot = slot(feature);
        while (rows[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = feature;
        rows[slot] = row;
    }

    private int slot(long feature) {
        return (int) (feature ^ (feature >>> 32)) & mask;
    }

    /// @param feature in the model's notation: `name=value`, or a name alone
    private static long key(String feature) {
        int equals = feature.indexOf('=');
        if (equals < 0) {
            return feature(hash(feature), FNV_OFFSET_BASIS);
        }
        String name = feature.substring(0, equals);
        String value = feature.substring(equals + 1);
        int comma = name.equals("w&c") ? value.lastIndexOf(',') : -1;
        if (comma >= 0) {
            return feature(feature(hash(name), hash(value.substring(0, comma))), hash(value.substring(comma + 1)));
        }
        return feature(hash(name), hash(value));
    }

    /// The hash of a feature of this name and value.
    public static long feature(long nameHash, long valueHash) {
        long mixed = (nameHash ^ Long.rotateLeft(valueHash, 29)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 31);
    }

    /// FNV-1a over UTF-16 code units.
    public static long hash(String value) {
        return hash(value, 0, value.length());
    }

    public static long hash(String value, int from, int to) {
        long hash = FNV_OFFSET_BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ value.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
