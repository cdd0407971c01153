package dev.parlance.summary.fact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.contract.Digest;
import dev.parlance.contract.event.AnalysisEvent.Word;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// Hashes of words, so that unique words can be counted without storing the words: the first 64 bits of SHA-256 over
/// the language's primary subtag, a line feed and the lemma.
final class WordHashes {
    private WordHashes() {}

    /// The hash of each word once, in ascending order.
    ///
    /// @param language of the turn; counts for words without a language of their own
    static long[] of(String language, Collection<Word> words) {
        String turnLanguage = primarySubtag(language);
        MessageDigest sha256 = Digest.SHA_256.newDigest();
        long[] hashes = new long[words.size()];
        int count = 0;
        for (Word word : words) {
            String wordLanguage = word.language() == null ? turnLanguage : word.language();
            hashes[count++] = ByteBuffer.wrap(sha256.digest((wordLanguage + "\n" + word.lemma()).getBytes(UTF_8)))
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
