package dev.parlance.benchmark.analysis.gold;

import dev.parlance.benchmark.report.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A sentence of a treebank, with its words by their place, in order: what a contraction (can't) is written as is
/// one word; punctuation, symbols and tokens without a letter are none.
public record GoldSentence(String text, Map<Span, GoldWord> words) {
    private static final String TEXT_COMMENT = "# text = ";
    private static final int FORM = 1;
    private static final int LEMMA = 2;
    private static final int UPOS = 3;
    private static final int XPOS = 4;
    private static final String EMPTY_COLUMN = "_";

    /// All of a file in CoNLL-U format of which every token is found in its text.
    public static List<GoldSentence> readAll(GoldSplit split, Path data) {
        try {
            return readAll(Files.readAllLines(split.fileIn(data)), split.dictionaryForms());
        } catch (IOException e) {
            throw Failure.usage("There is no %s: name another directory with --data or PARLANCE_DATA."
                    .formatted(split.fileIn(data)));
        }
    }

    static List<GoldSentence> readAll(List<String> lines, boolean dictionaryForms) {
        List<GoldSentence> sentences = new ArrayList<>();
        String text = null;
        List<String[]> tokens = new ArrayList<>();
        int covered = 0;
        for (String line : lines) {
            if (line.startsWith(TEXT_COMMENT)) {
                text = line.substring(TEXT_COMMENT.length());
            } else if (line.isEmpty()) {
                add(sentences, text, tokens, dictionaryForms);
                text = null;
                tokens.clear();
                covered = 0;
            } else if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                int hyphen = columns[0].indexOf('-');
                if (hyphen > 0) {
                    covered = Integer.parseInt(columns[0].substring(hyphen + 1));
                    tokens.add(columns);
                } else if (columns[0].indexOf('.') < 0 && Integer.parseInt(columns[0]) > covered) {
                    tokens.add(columns);
                }
            }
        }
        add(sentences, text, tokens, dictionaryForms);
        return sentences;
    }

    /// The text up to the end of its fifth word; null where it has fewer.
    public String firstFiveWords() {
        return words.keySet().stream()
                .skip(4)
                .findFirst()
                .map(fifth -> text.substring(0, fifth.end()))
                .orElse(null);
    }

    private static void add(List<GoldSentence> sentences, String text, List<String[]> tokens, boolean dictionaryForms) {
        if (text == null) {
            return;
        }
        Map<Span, GoldWord> words = new LinkedHashMap<>();
        int at = 0;
        for (String[] token : tokens) {
            int start = text.indexOf(token[FORM], at);
            if (start < 0) {
                return;
            }
            at = start + token[FORM].length();
            if (isWord(token)) {
                words.put(new Span(start, at), new GoldWord(lemma(token, dictionaryForms), token[UPOS]));
            }
        }
        sentences.add(new GoldSentence(text, words));
    }

    private static boolean isWord(String[] token) {
        boolean mark = token[UPOS].equals("PUNCT") || token[UPOS].equals("SYM");
        return !mark && token[FORM].codePoints().anyMatch(Character::isLetter);
    }

    private static String lemma(String[] token, boolean dictionaryForms) {
        boolean ofMorphemes = dictionaryForms && token[XPOS].contains("+");
        String lemma = ofMorphemes ? KoreanLemma.of(token[LEMMA], token[XPOS]) : token[LEMMA];
        return EMPTY_COLUMN.equals(lemma) ? null : lemma;
    }
}
