package dev.parlance.analysis.query;

import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.highlight.HighlightFindings;
import dev.parlance.analysis.query.TextView.EmotionView;
import dev.parlance.analysis.query.TextView.SentenceView;
import dev.parlance.analysis.query.TextView.WordView;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import dev.parlance.contract.Text;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.http.LanguageTag;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.TextTooLong;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// The analysis of any text over HTTP, by the same code as that of turns; nothing of it is stored.
@Path("/v1/analyze")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AnalyzeResource {
    private static final int MAX_TEXT_CHARACTERS = 8_000;

    private final TextAnalysis analysis;

    AnalyzeResource(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /// @param language BCP 47; left out, it is detected
    /// @param text     at most 8,000 characters
    record Question(String language, String text) {}

    /// @param language   of most of the text, a primary subtag; `und` where it is not known
    /// @param confidence 0 to 1: how sure that is
    record Answer(
            String language,
            double confidence,
            List<SentenceView> sentences,
            List<WordView> words,
            List<HighlightView> highlights,
            EmotionView emotion) {}

    /// A notable moment. There are no first uses: a text alone has no learner.
    record HighlightView(String type, String description, String excerpt, int start, int end) {
        static HighlightView of(TextHighlight highlight, String text) {
            return new HighlightView(
                    highlight.type(),
                    highlight.description(),
                    Excerpt.of(text, highlight.start(), highlight.end()),
                    highlight.start(),
                    highlight.end());
        }
    }

    @POST
    public Answer analyze(Question question) {
        String text = checkedText(question);
        TurnFindings findings = analysis.analyze(new TextToAnalyze(
                        Learner.DEFAULT_TENANT, question.language(), text, null, TextAnalysis.LANGUAGE_LOAD_TIMEOUT))
                .findings();
        VocabularyFindings vocabulary = VocabularyFindings.in(findings);
        TextView view =
                TextView.of(text, vocabulary.tokens(), vocabulary.words(), HighlightFindings.emotionIn(findings));
        return new Answer(
                view.language(),
                view.confidence(),
                view.sentences(),
                view.words(),
                findings.highlights().stream()
                        .map(highlight -> HighlightView.of(highlight, text))
                        .toList(),
                view.emotion());
    }

    private static String checkedText(Question question) {
        if (question == null || question.text() == null) {
            throw new InvalidRequest("text", "text is missing");
        }
        LanguageTag.check(question.language());
        String text = question.text();
        if (!Text.isStorable(text)) {
            throw new BadText("text");
        }
        if (text.codePointCount(0, text.length()) > MAX_TEXT_CHARACTERS) {
            throw new TextTooLong("text", MAX_TEXT_CHARACTERS);
        }
        return text;
    }
}
