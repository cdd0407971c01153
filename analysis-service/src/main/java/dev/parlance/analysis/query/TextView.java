package dev.parlance.analysis.query;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.Evidence;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Sentence;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.TokenizedText;
import dev.parlance.analysis.reading.Reading;
import dev.parlance.analysis.reading.Readings;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.TextWord.LanguageLemma;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text with its analysis, as HTTP answers it. Offsets are in UTF-16 code units, the end exclusive.
///
/// @param language   of most of the text, a primary subtag; `und` where it is not known
/// @param confidence 0 to 1: how sure that is; 1 where the sender said so
/// @param words      in the order of the text
/// @param emotion    null where the analyser failed
public record TextView(
        String language, double confidence, List<SentenceView> sentences, List<WordView> words, EmotionView emotion) {
    private static final double ROUNDING_SCALE = 10_000;
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
    /// @param band    of frequency, 1 for the most frequent to 5; null where no data tells
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
        static WordView of(Token word, TextWord known, Reading reading) {
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

    /// The emotion that the text shows.
    ///
    /// @param score      -1 (very bad) to 1 (very good)
    /// @param label      the strongest emotion, such as joy; else positive, negative or neutral
    /// @param strength   0 to 1: how much of it is shown
    /// @param confidence 0 to 1: how far to trust the label
    public record EmotionView(
            double score, String label, double strength, double confidence, List<EvidenceView> evidence) {
        static EmotionView of(EmotionScore emotion) {
            return new EmotionView(
                    rounded(emotion.score()),
                    emotion.label().label(),
                    rounded(emotion.strength()),
                    rounded(emotion.confidence()),
                    emotion.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /// @param kind word, emoji or punctuation
    public record EvidenceView(String kind, String shown, int start, int end) {
        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.kind().name().toLowerCase(Locale.ROOT),
                    evidence.surface(),
                    evidence.start(),
                    evidence.end());
        }
    }

    /// @param words   the text's different words
    /// @param emotion null where the analyser failed
    public static TextView of(String text, TokenizedText tokens, List<TextWord> words, EmotionScore emotion) {
        return new TextView(
                tokens.language(),
                rounded(tokens.confidence()),
                tokens.sentences().stream().map(SentenceView::of).toList(),
                words(text, tokens, words),
                emotion == null ? null : EmotionView.of(emotion));
    }

    private static List<WordView> words(String text, TokenizedText tokenized, List<TextWord> known) {
        Map<LanguageLemma, TextWord> byLemma = new HashMap<>();
        known.forEach(word -> byLemma.put(word.languageLemma(), word));
        List<Token> tokens = tokenized.words();
        List<Reading> readings = READINGS.of(text, tokens);
        List<WordView> words = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            TextWord word = byLemma.get(LanguageLemma.of(token, tokenized.language()));
            words.add(WordView.of(token, word, readings.get(at)));
        }
        return words;
    }

    private static double rounded(double value) {
        return Math.round(value * ROUNDING_SCALE) / ROUNDING_SCALE;
    }
}
