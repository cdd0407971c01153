package dev.parlance.analysis.language;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/// A Japanese text as the dictionary spells it, and the way back to the text as written.
///
/// Half-width katakana become full-width, and a voicing mark that stands apart is put on its kana (some keyboards
/// and file systems send か and ゛ as two characters): otherwise ﾗｰﾒﾝ and ラーメン would be two words.
@SuppressWarnings("ArrayRecordComponent") // looked up by index, never compared
record ComposedKana(String text, int[] origins) {
    private static final int[] AS_WRITTEN = {};
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final String FULL_WIDTH = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    static ComposedKana of(String written) {
        if (isComposed(written)) {
            return new ComposedKana(written, AS_WRITTEN);
        }
        var text = new StringBuilder(written.length());
        int[] origins = new int[written.length() + 1];
        for (int i = 0; i < written.length(); i++) {
            char c = full(written.charAt(i));
            origins[text.length()] = i;
            if (i + 1 < written.length() && isVoicingMark(written.charAt(i + 1))) {
                String voiced = NFC.normalize(c + mark(written.charAt(i + 1)));
                if (voiced.length() == 1) {
                    c = voiced.charAt(0);
                    i++;
                }
            }
            text.append(c);
        }
        origins[text.length()] = written.length();
        return new ComposedKana(text.toString(), Arrays.copyOf(origins, text.length() + 1));
    }

    private static boolean isComposed(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (isHalfWidth(written.charAt(i)) || isVoicingMark(written.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Where the boundary before the `at`-th character of [#text] lies in the text as written.
    int origin(int at) {
        return origins.length == 0 ? at : origins[at];
    }

    private static boolean isHalfWidth(char c) {
        return c >= '\uFF61' && c <= '\uFF9D';
    }

    private static boolean isVoicingMark(char c) {
        return c == '\uFF9E' || c == '\uFF9F' || c == '\u3099' || c == '\u309A';
    }

    private static char full(char c) {
        return isHalfWidth(c) ? FULL_WIDTH.charAt(c - '\uFF61') : c;
    }

    private static String mark(char c) {
        return c == '\uFF9E' || c == '\u3099' ? "\u3099" : "\u309A";
    }
}
