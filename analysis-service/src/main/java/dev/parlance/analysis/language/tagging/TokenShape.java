package dev.parlance.analysis.language.tagging;

import java.util.Locale;

/// The token classes of OpenNLP's models: `lc` for lower case, `ic` for an initial capital, `an` for letters with
/// digits and so on. Their names in lower case are part of the model's features.
///
/// Source: https://opennlp.apache.org/docs/2.5.4/apidocs/opennlp-tools/opennlp/tools/util/featuregen/
enum TokenShape {
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

    TokenShape() {
        this.hash = FeatureWeights.hash(name().toLowerCase(Locale.ROOT));
    }

    TokenShape(String name) {
        this.hash = FeatureWeights.hash(name);
    }

    /// The hash of its name in the model.
    long hash() {
        return hash;
    }

    static TokenShape of(String token) {
        int length = token.length();
        int lower = 0;
        int upper = 0;
        int otherLetters = 0;
        int digits = 0;
        boolean hyphen = false;
        boolean slash = false;
        boolean comma = false;
        boolean fullStop = false;
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
                    fullStop |= c == '.';
                }
            }
        }
        if (lower == length) {
            return LC;
        }
        if (digits > 0) {
            return ofNumber(digits, lower + upper + otherLetters > 0, hyphen, slash, comma, fullStop);
        }
        if (upper == length) {
            return length == 1 ? SC : AC;
        }
        if (length == 2 && upper == 1 && token.charAt(1) == '.') {
            return CP;
        }
        return Character.getType(token.charAt(0)) == Character.UPPERCASE_LETTER ? IC : OTHER;
    }

    private static TokenShape ofNumber(
            int digits, boolean letters, boolean hyphen, boolean slash, boolean comma, boolean fullStop) {
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
        return fullStop ? DP : NUM;
    }
}
