package dev.parlance.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words against what linguists marked by hand: the first 300 sentences of a Universal Dependencies treebank.
class GoldWordsTest {
    private static final int SENTENCES = 300;
    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "ADJ", "ADV");

    private record Gold(String lemma, String pos) {}

    private record Span(int start, int end) {}

    /// The floors lie a little under what the readers reach: they tell a broken reader from a working one.
    @ParameterizedTest
    @CsvSource({
        "ja, ja_gsd-ud-dev, 0.95, 0.94",
        "en, en_ewt-ud-dev, 0.88, 0.70",
        "zh, zh_gsdsimp-ud-dev, 0.70, 0.95",
        "it, it_valico-ud, 0.99, 0.93",
        "es, es_gsd-ud-dev, 0.99, 0.94",
        "fr, fr_gsd-ud-dev, 0.99, 0.955"
    })
    void wordsAreFoundWhereLinguistsFindThem(String language, String gold, double f1, double lemma) throws IOException {
        // Given
        var file = RealTexts.file("gold/" + gold + ".conllu");
        var reader = new Languages().readerFor(language);
        int wanted = 0;
        int got = 0;
        int met = 0;
        int aligned = 0;
        int lemmas = 0;
        int named = 0;
        int rightlyNamed = 0;
        for (var sentence : List.of(Files.readString(file).split("\n\n")).subList(0, SENTENCES)) {
            var expected = spans(sentence);
            // When
            var words = expected.isEmpty() ? List.<Token>of() : reader.words(text(sentence));
            wanted += expected.size();
            got += words.size();
            for (var word : words) {
                var same = expected.get(new Span(word.start(), word.end()));
                met += same == null ? 0 : 1;
                if (same != null && !same.lemma().equals("_")) {
                    int right = same.lemma().equalsIgnoreCase(word.lemma()) ? 1 : 0;
                    named++;
                    rightlyNamed += right;
                    aligned += CONTENT.contains(same.pos()) ? 1 : 0;
                    lemmas += CONTENT.contains(same.pos()) ? right : 0;
                }
            }
        }
        // Then
        double reached = 2.0 * met / (wanted + got);
        double ofContent = (double) lemmas / aligned;
        System.out.printf(
                "%s: words=%d tokenF1=%.4f lemma=%.4f contentLemma=%.4f%n",
                gold, wanted, reached, (double) rightlyNamed / named, ofContent);
        assertThat(reached).isGreaterThan(f1);
        assertThat(ofContent).isGreaterThan(lemma);
    }

    private static String text(String sentence) {
        return sentence.lines()
                .filter(line -> line.startsWith("# text = "))
                .findFirst()
                .orElseThrow()
                .substring(9);
    }

    /// By place in the text; a contraction (can't) counts as one word, tokens without a letter and marks not at all.
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
                spans.put(new Span(start, at), new Gold(token[2], token[3]));
            }
        }
        return spans;
    }

    private static List<String[]> tokens(String sentence) {
        var tokens = new ArrayList<String[]>();
        int covered = 0;
        for (String line : sentence.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] columns = line.split("\t", 5);
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
