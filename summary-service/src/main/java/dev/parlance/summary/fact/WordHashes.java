package dev.parlance.summary.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.Digest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// Words as numbers: enough to tell them apart, and nothing to read in. The first 64 bits of SHA-256 over the
/// language's primary subtag and the lemma.
final class WordHashes {
    private WordHashes() {}

    /// Each word once, in ascending order.
    ///
    /// @param language of the turn: that of words that do not say theirs
    static long[] of(String language, Collection<Word> words) {
        String ofTurn = primarySubtag(language);
        MessageDigest sha256 = Digest.SHA_256.begin();
        long[] hashes = new long[words.size()];
        int count = 0;
        for (Word word : words) {
            String its = word.language() == null ? ofTurn : word.language();
            hashes[count++] = ByteBuffer.wrap(sha256.digest((its + "\n" + word.lemma()).getBytes(UTF_8)))
                    .getLong();
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
}
