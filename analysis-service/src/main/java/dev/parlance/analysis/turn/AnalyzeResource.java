package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.text.TextView;
import dev.parlance.analysis.text.TextView.EmotionView;
import dev.parlance.analysis.text.TextView.SentenceView;
import dev.parlance.analysis.text.TextView.WordView;
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

    AnalyzeResource(TextAnalysis analysis) {
        this.analysis = analysis;
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
        TextView found = TextView.of(facts.annotated(text));
        return new Answer(
                found.language(),
                found.confidence(),
                found.sentences(),
                found.words(),
                facts.moments().stream()
                        .map(moment -> HighlightView.of(moment, text))
                        .toList(),
                found.emotion());
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
