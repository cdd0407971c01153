package dev.parlance.analysis.language.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The form by which a word of more than [#MAX_CODE_POINTS] code points is known: its beginning, `…` and 16
/// hexadecimal digits of the SHA-256 of the whole, together as long as the maximum. Addresses, keys and encoded files
/// that were pasted are such words, and an index of the database refuses a key of some thousand bytes. Two words with
/// one beginning stay two.
public final class LongWords {
    /// The most that a lemma, a display or a surface of a learner's word has.
    public static final int MAX_CODE_POINTS = 200;

    private static final String MARK = "…";
    private static final int HASH_BYTES = 8;
    private static final int KEPT_CODE_POINTS = MAX_CODE_POINTS - MARK.length() - 2 * HASH_BYTES;

    private LongWords() {}

    /// The form itself, or its short form.
    public static String shorten(String form) {
        return isLong(form)
                ? form.substring(0, form.offsetByCodePoints(0, KEPT_CODE_POINTS)) + MARK + hash(form)
                : form;
    }

    /// The token with short forms of its lemma and display; its surface is what stands in the text.
    public static Token shorten(Token token) {
        return isLong(token.lemma()) || isLong(token.display())
                ? new Token(
                        token.language(),
                        shorten(token.lemma()),
                        shorten(token.display()),
                        token.surface(),
                        token.partOfSpeech(),
                        token.kana(),
                        token.start(),
                        token.end())
                : token;
    }

    private static boolean isLong(String form) {
        return form.length() > MAX_CODE_POINTS && form.codePointCount(0, form.length()) > MAX_CODE_POINTS;
    }

    private static String hash(String form) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(form.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
