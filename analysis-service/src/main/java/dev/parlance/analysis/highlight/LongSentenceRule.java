package dev.parlance.analysis.highlight;

import static java.util.Map.entry;

import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sentences that reach their language's minimum length, counted in words; in Japanese and Chinese in characters,
/// which are code points other than white space, punctuation included.
public final class LongSentenceRule {
    private static final Map<String, Integer> DEFAULT_FLOORS = Map.ofEntries(
            entry("en", 16),
            entry("it", 22),
            entry("es", 20),
            entry("fr", 20),
            entry("de", 20),
            entry("pt", 20),
            entry("sw", 10),
            entry("rw", 10),
            entry("ja", 37),
            entry("zh", 25),
            entry(LanguageCode.UNDETERMINED, 10));
    private static final Set<String> COUNTED_IN_CHARACTERS = Set.of("ja", "zh");

    private final Map<String, Integer> floors;

    public LongSentenceRule() {
        this(Map.of());
    }

    /// @param floors minimum lengths by primary subtag, at least 1, `und` for languages without one; they replace the
    ///     built-in ones
    public LongSentenceRule(Map<String, Integer> floors) {
        var all = new HashMap<>(DEFAULT_FLOORS);
        floors.forEach((language, floor) -> {
            if (floor < 1) {
                throw new IllegalArgumentException(
                        "The floor of a long sentence in %s must be at least 1, not %d".formatted(language, floor));
            }
            all.put(LanguageCode.primarySubtag(language), floor);
        });
        this.floors = Map.copyOf(all);
    }

    /// In order; the place of each is the sentence's index.
    ///
    /// @param sentences those of the same text
    public List<TextHighlight> find(String text, String bcp47, List<Sentence> sentences) {
        String language = LanguageCode.primarySubtag(bcp47);
        boolean byCharacters = COUNTED_IN_CHARACTERS.contains(language);
        int floor = floors.getOrDefault(language, floors.get(LanguageCode.UNDETERMINED));
        var highlights = new ArrayList<TextHighlight>();
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            int length = byCharacters ? characters(text, sentence) : sentence.words();
            if (length >= floor) {
                String description = "a sentence of %d %s".formatted(length, unit(byCharacters, length));
                highlights.add(new TextHighlight(
                        TextHighlight.LONG_SENTENCE, String.valueOf(i), description, sentence.start(), sentence.end()));
            }
        }
        return highlights;
    }

    private static String unit(boolean byCharacters, int length) {
        String one = byCharacters ? "character" : "word";
        return length == 1 ? one : one + "s";
    }

    private static int characters(String text, Sentence sentence) {
        int characters = 0;
        for (int i = sentence.start(); i < sentence.end(); ) {
            int c = text.codePointAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                characters++;
            }
            i += Character.charCount(c);
        }
        return characters;
    }
}
