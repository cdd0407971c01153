package dev.parlance.analysis.turn;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.Emotions;
import dev.parlance.analysis.emotion.Evidence;
import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.PartOfSpeech;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.level.Levels;
import dev.parlance.analysis.reading.Reading;
import dev.parlance.analysis.reading.Readings;
import dev.parlance.contract.Learner;
import dev.parlance.contract.Text;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.LanguageTag;
import dev.parlance.kit.problem.TextTooLong;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The analysis of any text over HTTP, by the same code as that of turns; nothing is kept of it.
@Path("/v1/analyze")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AnalyzeResource {
    private static final int LONGEST_TEXT = 8_000;

    private final TextAnalysis analysis;
    private final Levels levels;
    private final Readings readings = new Readings();
    private final Emotions emotions = new Emotions();

    AnalyzeResource(TextAnalysis analysis, Levels levels) {
        this.analysis = analysis;
        this.levels = levels;
    }

    /// @param language BCP 47; left out, it is detected
    /// @param text     at most 8,000 characters
    record Question(String language, String text) {}

    /// @param language   of most of the text, a primary subtag; `und` where nobody can tell
    /// @param confidence 0 to 1: how sure that is
    record Answer(
            String language,
            double confidence,
            List<SentenceView> sentences,
            List<WordView> words,
            List<HighlightView> highlights,
            EmotionView emotion) {}

    /// @param start first UTF-16 code unit
    /// @param end   one past the last
    /// @param words how many begin in it
    record SentenceView(int start, int end, int words) {
        static SentenceView of(Sentence sentence) {
            return new SentenceView(sentence.start(), sentence.end(), sentence.words());
        }
    }

    /// @param lemma   with the language, what identifies the word
    /// @param display the form to show a person
    /// @param reading what does not apply is null
    /// @param level   by the installation's lists, such as A2 or N5; null where they do not have the word
    record WordView(
            String surface,
            String lemma,
            String display,
            String language,
            int start,
            int end,
            PartOfSpeech partOfSpeech,
            String level,
            Reading reading) {
        static WordView of(Token word, String level, Reading reading) {
            return new WordView(
                    word.surface(),
                    word.lemma(),
                    word.display(),
                    word.language(),
                    word.start(),
                    word.end(),
                    word.partOfSpeech(),
                    level,
                    reading);
        }
    }

    /// A notable moment; first uses are a learner's, a text alone has none.
    record HighlightView(String type, String description, String excerpt, int start, int end) {
        static HighlightView of(Moment moment, String text) {
            return new HighlightView(
                    moment.type(),
                    moment.description(),
                    Excerpt.of(text, moment.start(), moment.end()),
                    moment.start(),
                    moment.end());
        }
    }

    /// What the text shows of feelings.
    ///
    /// @param score      -1 (very bad) to 1 (very good)
    /// @param label      the strongest emotion, such as joy; else positive, negative or neutral
    /// @param strength   0 to 1: how much of it is shown
    /// @param confidence 0 to 1: how far to trust the label
    record EmotionView(double score, String label, double strength, double confidence, List<EvidenceView> evidence) {
        static EmotionView of(EmotionScore found) {
            return new EmotionView(
                    found.score(),
                    found.label().label(),
                    found.strength(),
                    found.confidence(),
                    found.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    /// @param kind word, emoji or punctuation
    record EvidenceView(String kind, String shown, int start, int end) {
        static EvidenceView of(Evidence piece) {
            return new EvidenceView(
                    piece.kind().name().toLowerCase(Locale.ROOT), piece.shown(), piece.start(), piece.end());
        }
    }

    @POST
    public Answer analyze(Question question) {
        String text = textOf(question);
        Facts facts = analysis.analyze(
                        new Said(Learner.DEFAULT_TENANT, question.language(), text, null, TextAnalysis.PATIENT))
                .facts();
        ReadText read = facts.text();
        return new Answer(
                read.language(),
                read.confidence(),
                read.sentences().stream().map(SentenceView::of).toList(),
                words(text, read),
                facts.moments().stream()
                        .map(moment -> HighlightView.of(moment, text))
                        .toList(),
                EmotionView.of(emotions.of(text, read.language(), read.words())));
    }

    private List<WordView> words(String text, ReadText read) {
        List<Reading> howRead = readings.of(text, read.words());
        List<WordView> words = new ArrayList<>(read.words().size());
        for (int at = 0; at < read.words().size(); at++) {
            Token word = read.words().get(at);
            words.add(WordView.of(word, levels.of(word), howRead.get(at)));
        }
        return words;
    }

    private static String textOf(Question question) {
        if (question == null || question.text() == null) {
            throw new InvalidRequest("text", "text is missing");
        }
        LanguageTag.check(question.language());
        String text = question.text();
        if (!Text.isStorable(text)) {
            throw new BadText("text");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new TextTooLong("text", LONGEST_TEXT);
        }
        return text;
    }
}
