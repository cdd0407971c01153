package dev.parlance.analysis.language;

import java.util.Locale;

/// What a token looks like, as OpenNLP's models know it (its class of token: `lc` for lower case, `ic` for an
/// initial capital, `an` for letters with digits …).
///
/// Source: https://opennlp.apache.org/docs/2.5.4/apidocs/opennlp-tools/opennlp/tools/util/featuregen/
enum Shape {
    LC,
    TWO_DIGITS("2d"),
    FOUR_DIGITS("4d"),
    AN,
    DD,
    DS,
    DC,
    DP,
    NUM,
    SC,
    AC,
    CP,
    IC,
    OTHER;

    private final long hash;

    Shape() {
        this.hash = FeatureWeights.hash(name().toLowerCase(Locale.ROOT));
    }

    Shape(String name) {
        this.hash = FeatureWeights.hash(name);
    }

    /// Of its name in the model.
    long hash() {
        return hash;
    }

    static Shape of(String token) {
        int length = token.length();
        int lower = 0;
        int upper = 0;
        int otherLetters = 0;
        int digits = 0;
        boolean hyphen = false;
        boolean slash = false;
        boolean comma = false;
        boolean stop = false;
        for (int i = 0; i < length; i++) {
            char c = token.charAt(i);
            int type = Character.getType(c);
            switch (type) {
                case Character.LOWERCASE_LETTER -> lower++;
                case Character.UPPERCASE_LETTER -> upper++;
                case Character.DECIMAL_DIGIT_NUMBER -> digits++;
                case Character.TITLECASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER -> otherLetters++;
                default -> {
                    hyphen |= c == '-';
                    slash |= c == '/';
                    comma |= c == ',';
                    stop |= c == '.';
                }
            }
        }
        if (lower == length) {
            return LC;
        }
        if (digits > 0) {
            return ofNumber(digits, lower + upper + otherLetters > 0, hyphen, slash, comma, stop);
        }
        if (upper == length) {
            return length == 1 ? SC : AC;
        }
        if (length == 2 && upper == 1 && token.charAt(1) == '.') {
            return CP;
        }
        return Character.getType(token.charAt(0)) == Character.UPPERCASE_LETTER ? IC : OTHER;
    }

    private static Shape ofNumber(
            int digits, boolean letters, boolean hyphen, boolean slash, boolean comma, boolean stop) {
        if (digits == 2) {
            return TWO_DIGITS;
        }
        if (digits == 4) {
            return FOUR_DIGITS;
        }
        if (letters) {
            return AN;
        }
        if (hyphen) {
            return DD;
        }
        if (slash) {
            return DS;
        }
        if (comma) {
            return DC;
        }
        return stop ? DP : NUM;
    }
}
