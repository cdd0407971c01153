package dev.parlance.analysis.text;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.analysis.language.PartOfSpeech;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.vocabulary.UsedWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/// What was found in a text, in few numbers: it is kept beside the text and its different words, and is nothing
/// without them. Only what the readers alone know is in it; levels, bands and readings are found by the words.
///
/// Places are in UTF-16 code units.
///
/// @param confidence in ten-thousandths
/// @param sentences  of each: how far it begins behind the one before, and its length
/// @param words      of each use: which of the different words it is, how far it begins behind the one before, its
///     length, and its part of speech by its place among the
///     constants, counted from 1; 0 for none
/// @param kana       how each use is spoken, with spaces between; null where no reader could tell of any
/// @param displays   of uses that are shown otherwise than their word is (りんご and 林檎); null for none
/// @param emotion    see [EmotionNumbers]; null where nobody could tell
@JsonInclude(NON_NULL)
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // never compared; places are what is stored
public record Annotations(
        String language,
        int confidence,
        int[] sentences,
        int[] words,
        String kana,
        Map<Integer, String> displays,
        int[] emotion) {
    private static final double PARTS = 10_000;
    private static final int PER_WORD = 4;
    private static final int PER_SENTENCE = 2;

    private record Identity(String language, String lemma) {}

    public static Annotations of(AnnotatedText found) {
        ReadText read = found.read();
        Map<Identity, Integer> places = places(found.words());
        int[] words = new int[read.words().size() * PER_WORD];
        var kana = new StringJoiner(" ");
        Map<Integer, String> displays = new TreeMap<>();
        boolean spoken = false;
        int end = 0;
        for (int i = 0; i < read.words().size(); i++) {
            Token word = read.words().get(i);
            int place = places.get(new Identity(UsedWord.language(word, read.language()), word.lemma()));
            words[i * PER_WORD] = place;
            words[i * PER_WORD + 1] = word.start() - end;
            words[i * PER_WORD + 2] = word.end() - word.start();
            words[i * PER_WORD + 3] =
                    word.partOfSpeech() == null ? 0 : word.partOfSpeech().ordinal() + 1;
            end = word.end();
            spoken |= word.kana() != null;
            kana.add(word.kana() == null ? "" : word.kana());
            if (!word.display().equals(found.words().get(place).display())) {
                displays.put(i, word.display());
            }
        }
        return new Annotations(
                read.language(),
                (int) Math.round(read.confidence() * PARTS),
                packed(read.sentences()),
                words,
                spoken ? kana.toString() : null,
                displays.isEmpty() ? null : displays,
                found.emotion() == null ? null : EmotionNumbers.of(found.emotion()));
    }

    private static Map<Identity, Integer> places(List<UsedWord> words) {
        Map<Identity, Integer> places = HashMap.newHashMap(words.size());
        for (UsedWord word : words) {
            places.put(new Identity(word.language(), word.lemma()), places.size());
        }
        return places;
    }

    private static int[] packed(List<Sentence> sentences) {
        int[] packed = new int[sentences.size() * PER_SENTENCE];
        int end = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            packed[i * PER_SENTENCE] = sentence.start() - end;
            packed[i * PER_SENTENCE + 1] = sentence.end() - sentence.start();
            end = sentence.end();
        }
        return packed;
    }

    /// What was found, once more.
    ///
    /// @param text  of which they were made
    /// @param known its different words, in the same order
    public AnnotatedText on(String text, List<UsedWord> known) {
        List<Token> tokens = tokens(text, known);
        return new AnnotatedText(
                text,
                new ReadText(language, confidence / PARTS, tokens, sentences(tokens), false),
                known,
                emotion == null ? null : EmotionNumbers.on(text, emotion));
    }

    private List<Token> tokens(String text, List<UsedWord> known) {
        String[] spoken = kana == null ? null : kana.split(" ", -1);
        PartOfSpeech[] parts = PartOfSpeech.values();
        List<Token> tokens = new ArrayList<>(words.length / PER_WORD);
        int end = 0;
        for (int i = 0; i < words.length / PER_WORD; i++) {
            UsedWord word = known.get(words[i * PER_WORD]);
            int start = end + words[i * PER_WORD + 1];
            end = start + words[i * PER_WORD + 2];
            int part = words[i * PER_WORD + 3];
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

    private List<Sentence> sentences(List<Token> tokens) {
        List<Sentence> unpacked = new ArrayList<>(sentences.length / PER_SENTENCE);
        int end = 0;
        int next = 0;
        for (int i = 0; i < sentences.length; i += PER_SENTENCE) {
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
