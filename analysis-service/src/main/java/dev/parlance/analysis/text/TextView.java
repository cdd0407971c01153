package dev.parlance.analysis.text;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.Evidence;
import dev.parlance.analysis.language.PartOfSpeech;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.reading.Reading;
import dev.parlance.analysis.reading.Readings;
import dev.parlance.analysis.vocabulary.UsedWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text with what was found in it, as it is answered. Places are in UTF-16 code units, the end exclusive.
///
/// @param language   of most of the text, a primary subtag; `und` where nobody can tell
/// @param confidence 0 to 1: how sure that is; 1 where the sender said so
/// @param words      in the order of the text
/// @param emotion    null where the analyser failed
public record TextView(
        String language, double confidence, List<SentenceView> sentences, List<WordView> words, EmotionView emotion) {
    private static final double DIGITS = 10_000;
    private static final Readings READINGS = new Readings();

    /// @param words how many begin in it
    public record SentenceView(int start, int end, int words) {
        static SentenceView of(Sentence sentence) {
            return new SentenceView(sentence.start(), sentence.end(), sentence.words());
        }
    }

    /// @param lemma   with the language, what identifies the word
    /// @param display the form to show a person
    /// @param level   by the installation's lists, such as A2 or N5; null where they do not have the word
    /// @param band    of frequency, 1 for the most frequent to 5; null where nothing tells
    /// @param reading what does not apply is null
    public record WordView(
            String surface,
            String lemma,
            String display,
            String language,
            int start,
            int end,
            PartOfSpeech partOfSpeech,
            String level,
            Integer band,
            Reading reading) {
        static WordView of(Token word, UsedWord known, Reading reading) {
            return new WordView(
                    word.surface(),
                    word.lemma(),
                    word.display(),
                    known.language(),
                    word.start(),
                    word.end(),
                    word.partOfSpeech(),
                    known.level(),
                    known.band(),
                    reading);
        }
    }

    /// What the text shows of feelings.
    ///
    /// @param score      -1 (very bad) to 1 (very good)
    /// @param label      the strongest emotion, such as joy; else positive, negative or neutral
    /// @param strength   0 to 1: how much of it is shown
    /// @param confidence 0 to 1: how far to trust the label
    public record EmotionView(
            double score, String label, double strength, double confidence, List<EvidenceView> evidence) {
        static EmotionView of(EmotionScore found) {
            return new EmotionView(
                    rounded(found.score()),
                    found.label().label(),
                    rounded(found.strength()),
                    rounded(found.confidence()),
                    found.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /// @param kind word, emoji or punctuation
    public record EvidenceView(String kind, String shown, int start, int end) {
        static EvidenceView of(Evidence piece) {
            return new EvidenceView(
                    piece.kind().name().toLowerCase(Locale.ROOT), piece.shown(), piece.start(), piece.end());
        }
    }

    public static TextView of(AnnotatedText found) {
        return new TextView(
                found.read().language(),
                rounded(found.read().confidence()),
                found.read().sentences().stream().map(SentenceView::of).toList(),
                words(found),
                found.emotion() == null ? null : EmotionView.of(found.emotion()));
    }

    private record Identity(String language, String lemma) {}

    private static List<WordView> words(AnnotatedText found) {
        Map<Identity, UsedWord> known = new HashMap<>();
        found.words().forEach(word -> known.put(new Identity(word.language(), word.lemma()), word));
        List<Token> tokens = found.read().words();
        List<Reading> readings = READINGS.of(found.text(), tokens);
        List<WordView> words = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            String language = UsedWord.language(token, found.read().language());
            words.add(WordView.of(token, known.get(new Identity(language, token.lemma())), readings.get(at)));
        }
        return words;
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
