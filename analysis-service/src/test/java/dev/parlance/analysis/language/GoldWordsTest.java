package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words against what linguists marked by hand: development splits of Universal Dependencies treebanks.
class GoldWordsTest {
    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ", "ADV");

    private record Gold(String lemma, String pos) {
        boolean hasLemma() {
            return !lemma.equals("_"); // a contraction (can't) has none of its own
        }

        boolean isLemma(String other) {
            return UCharacter.foldCase(lemma, true).equals(UCharacter.foldCase(other, true));
        }
    }

    private record Span(int start, int end) {}

    /// The floors lie a little under what the readers reach: they tell a broken reader from a working one.
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
    void wordsAreFoundWhereLinguistsFindThem(
            String language, String gold, double tokens, double lemmas, double contentLemmas) throws IOException {
        // Given
        var file = RealTexts.file("gold/" + gold + ".conllu");
        var reader = new Languages().readerFor(language);
        int wanted = 0;
        int got = 0;
        int met = 0;
        var all = new Hits();
        var content = new Hits();
        for (var sentence : Files.readString(file).split("\n\n", -1)) {
            var expected = spans(sentence);
            // When
            var words = expected.isEmpty() ? List.<Token>of() : reader.words(text(sentence));
            wanted += expected.size();
            got += words.size();
            for (var word : words) {
                var same = expected.get(new Span(word.start(), word.end()));
                met += same == null ? 0 : 1;
                if (same != null && same.hasLemma()) {
                    boolean hit = same.isLemma(word.lemma());
                    all.add(hit);
                    if (CONTENT.contains(same.pos())) {
                        content.add(hit);
                    }
                }
            }
        }
        // Then
        double f1 = 2.0 * met / (wanted + got);
        System.out.printf(
                "%s: words=%d tokenF1=%.4f lemma=%.4f contentLemma=%.4f%n",
                gold, wanted, f1, all.share(), content.share());
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

    /// By place in the text; a contraction (can't) counts as one word, tokens without a letter and marks not at
    /// all.
    private static Map<Span, Gold> spans(String sentence) {
        var spans = new HashMap<Span, Gold>();
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
                spans.put(new Span(start, at), new Gold(lemma(token), token[3]));
            }
        }
        return spans;
    }

    /// As the treebank has it; of Korean, where it lists all morphemes (학교+에서), what a dictionary lists.
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
