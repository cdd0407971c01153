package dev.parlance.summary.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// Words as numbers: enough to tell them apart, and nothing to read in. The first 64 bits of SHA-256 over the
/// language's primary subtag and the lemma.
final class WordHashes {
    private static final MessageDigest SHA256 = prototype();

    private WordHashes() {}

    /// Each word once, in ascending order.
    static long[] of(String language, Collection<String> lemmas) {
        byte[] prefix = (primarySubtag(language) + "\n").getBytes(UTF_8);
        MessageDigest sha256 = sha256();
        long[] hashes = new long[lemmas.size()];
        int count = 0;
        for (String lemma : lemmas) {
            sha256.update(prefix);
            hashes[count++] =
                    ByteBuffer.wrap(sha256.digest(lemma.getBytes(UTF_8))).getLong();
        }
        Arrays.sort(hashes);
        int distinct = 0;
        for (int at = 0; at < count; at++) {
            if (at == 0 || hashes[at] != hashes[at - 1]) {
                hashes[distinct++] = hashes[at];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }

    private static String primarySubtag(String language) {
        int end = language.indexOf('-');
        return (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /// A copy costs far less than asking all providers again.
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA256.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's own digests can be copied", impossible);
        }
    }

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
