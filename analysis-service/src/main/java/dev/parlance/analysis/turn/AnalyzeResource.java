package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.PartOfSpeech;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.level.Levels;
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
import java.util.List;

/// The analysis of any text over HTTP, by the same code as that of turns; nothing is kept of it.
@Path("/v1/analyze")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AnalyzeResource {
    private static final int LONGEST_TEXT = 8_000;

    private final TextAnalysis analysis;
    private final Levels levels;

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
            List<HighlightView> highlights) {}

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
    /// @param level   by the installation's lists, such as A2 or N5; null where they do not have the word
    record WordView(
            String surface,
            String lemma,
            String display,
            String language,
            int start,
            int end,
            PartOfSpeech partOfSpeech,
            String level) {
        static WordView of(Token word, String level) {
            return new WordView(
                    word.surface(),
                    word.lemma(),
                    word.display(),
                    word.language(),
                    word.start(),
                    word.end(),
                    word.partOfSpeech(),
                    level);
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
                read.words().stream()
                        .map(word -> WordView.of(word, levels.of(word)))
                        .toList(),
                facts.moments().stream()
                        .map(moment -> HighlightView.of(moment, text))
                        .toList());
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
