package dev.parlance.analysis.language;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/// What a maximum entropy model of OpenNLP has learnt: for each feature (`w=house`, `suf=ing`), which outcomes it
/// speaks for and how much.
///
/// OpenNLP itself looks features up as strings, which it builds anew for every token: most of its time. Here a
/// feature is the 64-bit hash of its name and value, so that nothing is built, and the weights lie in one array
/// each. That two of some 50,000 features share a hash is less likely than one in a billion.
final class FeatureWeights {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final String[] outcomes;
    private final long[] keys;
    /// The row of each key, from 1; 0 where there is none.
    private final int[] rows;
    private final int[] firsts;
    private final byte[] targets;
    private final float[] weights;
    private final int mask;

    /// @param model one with less than 128 outcomes
    FeatureWeights(AbstractModel model) {
        Object[] data = model.getDataStructures();
        @SuppressWarnings("unchecked") // the second of a model's structures by OpenNLP's contract
        var features = (Map<String, Context>) data[1];
        outcomes = new String[model.getNumOutcomes()];
        Arrays.setAll(outcomes, model::getOutcome);
        int capacity = Integer.highestOneBit(features.size()) * 4;
        mask = capacity - 1;
        keys = new long[capacity];
        rows = new int[capacity];
        firsts = new int[features.size() + 2];
        int parameters =
                features.values().stream().mapToInt(c -> c.getOutcomes().length).sum();
        targets = new byte[parameters];
        weights = new float[parameters];
        int row = 1;
        int at = 0;
        for (var feature : features.entrySet()) {
            put(key(feature.getKey()), row);
            int[] spokenFor = feature.getValue().getOutcomes();
            for (int i = 0; i < spokenFor.length; i++) {
                targets[at] = (byte) spokenFor[i];
                weights[at++] = (float) feature.getValue().getParameters()[i];
            }
            firsts[++row] = at;
        }
    }

    String[] outcomes() {
        return outcomes.clone();
    }

    /// Adds to `scores` what the feature says of each outcome; nothing for a feature that is not known.
    void add(long feature, double[] scores) {
        addRow(row(feature), scores);
    }

    void addRow(int row, double[] scores) {
        for (int i = firsts[row]; i < firsts[row + 1]; i++) {
            scores[targets[i]] += weights[i];
        }
    }

    /// For features that are asked for again and again.
    int row(long feature) {
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

    /// As a feature is written in the model: `name=value`, or a name alone.
    private static long key(String feature) {
        int equals = feature.indexOf('=');
        if (equals < 0) {
            return feature(hash(feature), OFFSET);
        }
        String name = feature.substring(0, equals);
        String value = feature.substring(equals + 1);
        int comma = name.equals("w&c") ? value.lastIndexOf(',') : -1;
        if (comma >= 0) {
            return feature(feature(hash(name), hash(value.substring(0, comma))), hash(value.substring(comma + 1)));
        }
        return feature(hash(name), hash(value));
    }

    /// The feature of this name and value, both as hashes.
    static long feature(long name, long value) {
        long mixed = (name ^ Long.rotateLeft(value, 29)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 31);
    }

    static long hash(String value) {
        return hash(value, 0, value.length());
    }

    static long hash(String value, int from, int to) {
        long hash = OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ value.charAt(i)) * PRIME;
        }
        return hash;
    }
}
