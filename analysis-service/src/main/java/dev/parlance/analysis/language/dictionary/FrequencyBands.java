package dev.parlance.analysis.language.dictionary;

import dev.parlance.analysis.language.text.DirectMappedCache;
import dev.parlance.analysis.language.text.Token;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/// Assigns a language's words to five frequency bands by the data of its dictionary: 1 up to about rank 1,000, 2 to
/// 3,000, 3 to 10,000, 4 to 30,000, 5 the rest. The lower bounds of each language's source are in `words/bands.tsv`.
///
/// Deterministic: a word is always in the same band. Recent results are cached.
public final class FrequencyBands {
    /// The frequency of a word that the source does not have.
    public static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int COLUMNS = 6;
    private static final int CACHE_SIZE = 1 << 12;
    private static final int MAX_WORD_LENGTH = 40;

    private final ToIntFunction<Token> frequency;
    private final int[] lowerBounds;
    private final DirectMappedCache<CachedBand> cache = new DirectMappedCache<>(CACHE_SIZE);

    private record CachedBand(String display, String lemma, Integer band) {}

    private FrequencyBands(ToIntFunction<Token> frequency, int... lowerBounds) {
        this.frequency = frequency;
        this.lowerBounds = lowerBounds;
    }

    /// @param frequency on the scale of the language's source, greater is more frequent; [#UNKNOWN] for a word that
    ///     the source does not have
    public static FrequencyBands of(String language, ToIntFunction<Token> frequency) {
        String[] row = TsvResource.rows("/words/bands.tsv", COLUMNS).stream()
                .filter(cells -> cells[0].equals(language))
                .findFirst()
                .orElseThrow();
        return new FrequencyBands(
                frequency,
                Arrays.stream(row).skip(2).mapToInt(Integer::parseInt).toArray());
    }

    /// 1 to 5; null if the source does not have the word.
    public Integer of(Token word) {
        String display = word.display();
        String lemma = word.lemma();
        int hash = display.hashCode() * 31 + lemma.hashCode();
        var cached = cache.get(hash);
        if (cached != null && cached.display().equals(display) && cached.lemma().equals(lemma)) {
            return cached.band();
        }
        Integer band = display.length() > MAX_WORD_LENGTH ? null : band(frequency.applyAsInt(word));
        if (display.length() <= MAX_WORD_LENGTH && lemma.length() <= MAX_WORD_LENGTH) {
            cache.put(hash, new CachedBand(display, lemma, band));
        }
        return band;
    }

    private Integer band(int wordFrequency) {
        if (wordFrequency == UNKNOWN) {
            return null;
        }
        int band = 1;
        while (band <= lowerBounds.length && wordFrequency < lowerBounds[band - 1]) {
            band++;
        }
        return band;
    }
}
