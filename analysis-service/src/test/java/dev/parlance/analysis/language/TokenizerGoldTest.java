package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import dev.parlance.analysis.language.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens and lemmas against manual annotations: development splits of Universal Dependencies treebanks.
class TokenizerGoldTest {
    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ", "ADV");

    private record GoldToken(String lemma, String pos) {
        boolean hasLemma() {
            return !lemma.equals("_"); // a contraction (can't) has none of its own
        }

        boolean isLemma(String other) {
            return UCharacter.foldCase(lemma, true).equals(UCharacter.foldCase(other, true));
        }
    }

    private record Span(int start, int end) {}

    /// The minimums are a little below what the tokenizers reach: they detect a broken tokenizer.
    @ParameterizedTest
    @CsvSource({
        "ja, ja_gsd-ud-dev, 0.98, 0.985, 0.99",
        "en, en_ewt-ud-dev, 0.995, 0.983, 0.975",
        "en, en_childes-ud-dev, 0.998, 0.980, 0.985",
        "de, de_gsd-ud-dev, 0.995, 0.975, 0.960",
        "it, it_valico-ud, 0.99, 0.865, 0.935",
        "es, es_gsd-ud-dev, 0.99, 0.97, 0.95",
        "fr, fr_gsd-ud-dev, 0.99, 0.975, 0.965",
        "zh, zh_gsdsimp-ud-dev, 0.845, 0.99, 0.99",
        "ko, ko_gsd-ud-dev, 0.99, 0.96, 0.96"
    })
    void wordsAreThoseOfTheTreebank(String language, String gold, double tokens, double lemmas, double contentLemmas)
            throws IOException {
        // Given
        var file = Corpora.file("gold/" + gold + ".conllu");
        var tokenizer = new Languages().tokenizerFor(language);
        int expectedCount = 0;
        int foundCount = 0;
        int matchCount = 0;
        var all = new Hits();
        var content = new Hits();
        for (var sentence : Files.readString(file).split("\n\n", -1)) {
            var expected = spans(sentence);
            // When
            var words = expected.isEmpty() ? List.<Token>of() : tokenizer.tokenize(text(sentence));
            expectedCount += expected.size();
            foundCount += words.size();
            for (var word : words) {
                var goldToken = expected.get(new Span(word.start(), word.end()));
                matchCount += goldToken == null ? 0 : 1;
                if (goldToken != null && goldToken.hasLemma()) {
                    boolean hit = goldToken.isLemma(word.lemma());
                    all.add(hit);
                    if (CONTENT.contains(goldToken.pos())) {
                        content.add(hit);
                    }
                }
            }
        }
        // Then
        double f1 = 2.0 * matchCount / (expectedCount + foundCount);
        System.out.printf(
                "%s: words=%d tokenF1=%.4f lemma=%.4f contentLemma=%.4f%n",
                gold, expectedCount, f1, all.share(), content.share());
        assertThat(f1).isGreaterThan(tokens);
        assertThat(all.share()).isGreaterThan(lemmas);
        assertThat(content.share()).isGreaterThan(contentLemmas);
    }

    private static final class Hits {
        private int tried;
        private int hit;

        void add(boolean hits) {
            tried++;
            hit += hits ? 1 : 0;
        }

        double share() {
            return (double) hit / tried;
        }
    }

    private static String text(String sentence) {
        return sentence.lines()
                .filter(line -> line.startsWith("# text = "))
                .findFirst()
                .orElseThrow()
                .substring(9);
    }

    /// By offsets in the text. A contraction (can't) counts as one word; punctuation and tokens without a letter do
    /// not count.
    private static Map<Span, GoldToken> spans(String sentence) {
        var spans = new HashMap<Span, GoldToken>();
        if (sentence.lines().noneMatch(line -> line.startsWith("# text = "))) {
            return spans;
        }
        String text = text(sentence);
        int at = 0;
        for (String[] token : tokens(sentence)) {
            int start = text.indexOf(token[1], at);
            at = start + token[1].length();
            boolean mark = token[3].equals("PUNCT") || token[3].equals("SYM");
            if (!mark && token[1].codePoints().anyMatch(Character::isLetter)) {
                spans.put(new Span(start, at), new GoldToken(lemma(token), token[3]));
            }
        }
        return spans;
    }

    /// As in the treebank; in Korean, where it lists all morphemes (학교+에서), the dictionary form.
    private static String lemma(String[] token) {
        return token[4].contains("+") ? KoreanGold.dictionaryForm(token[2], token[4]) : token[2];
    }

    private static List<String[]> tokens(String sentence) {
        var tokens = new ArrayList<String[]>();
        int covered = 0;
        for (String line : sentence.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] columns = line.split("\t", 6);
            if (columns[0].contains("-")) {
                covered = Integer.parseInt(columns[0].split("-", 2)[1]);
                tokens.add(columns);
            } else if (!columns[0].contains(".") && Integer.parseInt(columns[0]) > covered) {
                tokens.add(columns);
            }
        }
        return tokens;
    }
}
