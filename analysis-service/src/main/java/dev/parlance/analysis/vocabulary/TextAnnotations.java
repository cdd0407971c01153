package dev.parlance.analysis.vocabulary;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Sentence;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.TokenizedText;
import dev.parlance.analysis.vocabulary.TextWord.LanguageLemma;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/// The tokens and sentences of a text as few numbers. They are stored beside the text and its different words, and
/// cannot be read without both. Levels, frequency bands and readings are not in it: they follow from the words.
///
/// Offsets are in UTF-16 code units.
///
/// @param confidence in ten-thousandths
/// @param sentences  two numbers each: the distance of its start from the end of the one before, and its length
/// @param words      four numbers for each token: the index of its word, the distance of its start from the end of the
///     one before, its length, and the ordinal of its part of speech plus 1, 0 for none
/// @param kana       how each token is spoken, separated by spaces; null where no tokenizer could tell of any
/// @param displays   by token index, where a token is shown otherwise than its word (りんご and 林檎); null for none
@JsonInclude(NON_NULL)
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // never compared; ordinals are what is stored
public record TextAnnotations(
        String language, int confidence, int[] sentences, int[] words, String kana, Map<Integer, String> displays) {
    private static final double SCALE = 10_000;
    private static final int NUMBERS_PER_WORD = 4;
    private static final int NUMBERS_PER_SENTENCE = 2;

    /// @param known the text's different words
    public static TextAnnotations pack(TokenizedText text, List<TextWord> known) {
        Map<LanguageLemma, Integer> indexes = indexes(known);
        int[] words = new int[text.words().size() * NUMBERS_PER_WORD];
        var kana = new StringJoiner(" ");
        Map<Integer, String> displays = new TreeMap<>();
        boolean anyKana = false;
        int end = 0;
        for (int i = 0; i < text.words().size(); i++) {
            Token token = text.words().get(i);
            int index = indexes.get(LanguageLemma.of(token, text.language()));
            words[i * NUMBERS_PER_WORD] = index;
            words[i * NUMBERS_PER_WORD + 1] = token.start() - end;
            words[i * NUMBERS_PER_WORD + 2] = token.end() - token.start();
            words[i * NUMBERS_PER_WORD + 3] =
                    token.partOfSpeech() == null ? 0 : token.partOfSpeech().ordinal() + 1;
            end = token.end();
            anyKana |= token.kana() != null;
            kana.add(token.kana() == null ? "" : token.kana());
            if (!token.display().equals(known.get(index).display())) {
                displays.put(i, token.display());
            }
        }
        return new TextAnnotations(
                text.language(),
                (int) Math.round(text.confidence() * SCALE),
                packSentences(text.sentences()),
                words,
                anyKana ? kana.toString() : null,
                displays.isEmpty() ? null : displays);
    }

    private static Map<LanguageLemma, Integer> indexes(List<TextWord> words) {
        Map<LanguageLemma, Integer> indexes = HashMap.newHashMap(words.size());
        words.forEach(word -> indexes.put(word.languageLemma(), indexes.size()));
        return indexes;
    }

    private static int[] packSentences(List<Sentence> sentences) {
        int[] packed = new int[sentences.size() * NUMBERS_PER_SENTENCE];
        int end = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            packed[i * NUMBERS_PER_SENTENCE] = sentence.start() - end;
            packed[i * NUMBERS_PER_SENTENCE + 1] = sentence.end() - sentence.start();
            end = sentence.end();
        }
        return packed;
    }

    /// The text as it was tokenized.
    ///
    /// @param text  of which they were made
    /// @param known its different words, in the same order
    public TokenizedText unpack(String text, List<TextWord> known) {
        List<Token> tokens = unpackTokens(text, known);
        return new TokenizedText(language, confidence / SCALE, tokens, unpackSentences(tokens), false);
    }

    private List<Token> unpackTokens(String text, List<TextWord> known) {
        String[] spoken = kana == null ? null : kana.split(" ", -1);
        PartOfSpeech[] parts = PartOfSpeech.values();
        List<Token> tokens = new ArrayList<>(words.length / NUMBERS_PER_WORD);
        int end = 0;
        for (int i = 0; i < words.length / NUMBERS_PER_WORD; i++) {
            TextWord word = known.get(words[i * NUMBERS_PER_WORD]);
            int start = end + words[i * NUMBERS_PER_WORD + 1];
            end = start + words[i * NUMBERS_PER_WORD + 2];
            int part = words[i * NUMBERS_PER_WORD + 3];
            tokens.add(new Token(
                    word.language(),
                    word.lemma(),
                    displays == null ? word.display() : displays.getOrDefault(i, word.display()),
                    text.substring(start, end),
                    part == 0 ? null : parts[part - 1],
                    spoken == null || spoken[i].isEmpty() ? null : spoken[i],
                    start,
                    end));
        }
        return tokens;
    }

    private List<Sentence> unpackSentences(List<Token> tokens) {
        List<Sentence> unpacked = new ArrayList<>(sentences.length / NUMBERS_PER_SENTENCE);
        int end = 0;
        int next = 0;
        for (int i = 0; i < sentences.length; i += NUMBERS_PER_SENTENCE) {
            int start = end + sentences[i];
            end = start + sentences[i + 1];
            int first = next;
            while (next < tokens.size() && tokens.get(next).start() < end) {
                next++;
            }
            unpacked.add(new Sentence(start, end, next - first));
        }
        return unpacked;
    }
}
