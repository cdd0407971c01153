package dev.parlance.analysis.language;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToIntFunction;

/// In which of five bands of frequency a language's words are, by data that its dictionary brings along: 1 the
/// thousand most frequent or so, 2 to the three thousandth, 3 to the ten thousandth, 4 to the thirty thousandth,
/// 5 what is rarer. A band says what its source says: `words/bands.tsv` has the floors of each.
///
/// The same word is always in the same band. Words that were looked up before are remembered in a table of fixed
/// size.
public final class Bands {
    /// What a source says of a word that it does not have.
    public static final int UNKNOWN = Integer.MIN_VALUE;

    /// Of a language of which nothing tells frequencies.
    static final Bands NONE = new Bands(_ -> UNKNOWN);

    private static final int COLUMNS = 6;
    private static final int REMEMBERED = 1 << 12;
    private static final int LONGEST = 40;

    private final ToIntFunction<Token> frequency;
    private final int[] floors;
    private final AtomicReferenceArray<Found> remembered = new AtomicReferenceArray<>(REMEMBERED);

    private record Found(String display, String lemma, Integer band) {}

    private Bands(ToIntFunction<Token> frequency, int... floors) {
        this.frequency = frequency;
        this.floors = floors;
    }

    /// @param frequency on the scale of the language's source: the more, the more frequent; [#UNKNOWN] for a word
    ///     that it does not have
    public static Bands of(String language, ToIntFunction<Token> frequency) {
        String[] row = Table.rows("/words/bands.tsv", COLUMNS).stream()
                .filter(each -> each[0].equals(language))
                .findFirst()
                .orElseThrow();
        return new Bands(
                frequency,
                Arrays.stream(row).skip(2).mapToInt(Integer::parseInt).toArray());
    }

    /// 1 to 5; null where the source does not have the word.
    public Integer of(Token word) {
        String display = word.display();
        int place = place(display, word.lemma());
        var known = remembered.getAcquire(place);
        if (known != null && known.display().equals(display) && known.lemma().equals(word.lemma())) {
            return known.band();
        }
        Integer band = display.length() > LONGEST ? null : band(frequency.applyAsInt(word));
        if (display.length() <= LONGEST && word.lemma().length() <= LONGEST) {
            remembered.setRelease(place, new Found(display, word.lemma(), band));
        }
        return band;
    }

    private Integer band(int found) {
        if (found == UNKNOWN) {
            return null;
        }
        int band = 1;
        while (band <= floors.length && found < floors[band - 1]) {
            band++;
        }
        return band;
    }

    private static int place(String display, String lemma) {
        int hash = display.hashCode() * 31 + lemma.hashCode();
        return (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
    }
}
