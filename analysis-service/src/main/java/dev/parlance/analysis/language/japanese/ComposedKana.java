package dev.parlance.analysis.language.japanese;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/// A Japanese text in the dictionary's spelling, with the offsets in the original text.
///
/// Half-width katakana become full-width, and a separate voicing mark is composed with its kana (some keyboards and
/// file systems send か and ゛ as two characters): otherwise ﾗｰﾒﾝ and ラーメン would be two words.
@SuppressWarnings("ArrayRecordComponent") // read by index, never compared
record ComposedKana(String text, int[] originalOffsets) {
    private static final int[] SAME_OFFSETS = {};
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final String FULL_WIDTH = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    static ComposedKana of(String original) {
        if (isComposed(original)) {
            return new ComposedKana(original, SAME_OFFSETS);
        }
        var text = new StringBuilder(original.length());
        int[] offsets = new int[original.length() + 1];
        for (int i = 0; i < original.length(); i++) {
            char c = toFullWidth(original.charAt(i));
            offsets[text.length()] = i;
            if (i + 1 < original.length() && isVoicingMark(original.charAt(i + 1))) {
                String voiced = NFC.normalize(c + combiningMark(original.charAt(i + 1)));
                if (voiced.length() == 1) {
                    c = voiced.charAt(0);
                    i++;
                }
            }
            text.append(c);
        }
        offsets[text.length()] = original.length();
        return new ComposedKana(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
    }

    private static boolean isComposed(String original) {
        for (int i = 0; i < original.length(); i++) {
            if (isHalfWidth(original.charAt(i)) || isVoicingMark(original.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The offset in the original text for an offset in [#text].
    int originalOffset(int offset) {
        return originalOffsets.length == 0 ? offset : originalOffsets[offset];
    }

    private static boolean isHalfWidth(char c) {
        return c >= '\uFF61' && c <= '\uFF9D';
    }

    private static boolean isVoicingMark(char c) {
        return c == '\uFF9E' || c == '\uFF9F' || c == '\u3099' || c == '\u309A';
    }

    private static char toFullWidth(char c) {
        return isHalfWidth(c) ? FULL_WIDTH.charAt(c - '\uFF61') : c;
    }

    private static String combiningMark(char c) {
        return c == '\uFF9E' || c == '\u3099' ? "\u3099" : "\u309A";
    }
}
