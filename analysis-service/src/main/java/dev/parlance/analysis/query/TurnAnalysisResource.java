package dev.parlance.analysis.query;

import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.highlight.HighlightFindings;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The analysis of a turn over HTTP.
@Path("/v1/turns/{turn}/analysis")
@Produces(MediaType.APPLICATION_JSON)
class TurnAnalysisResource {
    private final AnalyzedTurns turns;

    TurnAnalysisResource(AnalyzedTurns turns) {
        this.turns = turns;
    }

    /// @param status `pending` while only the fallback rules have read it, because its language was not loaded; then
    ///     `completed`, `partial` or `failed`
    /// @param jobs  the state of each analyser's work
    /// @param words the learner's different words, each once
    /// @param text  what the learner said, word by word; null where the learner said nothing, and for a turn that
    ///     was analysed before it was stored, until it is analysed again
    record TurnAnalysis(
            UUID turnId,
            UUID conversationId,
            String learnerId,
            long revision,
            String status,
            String language,
            Instant occurredAt,
            Map<String, Integer> analyzers,
            List<JobView> jobs,
            int learnerWords,
            int replyWords,
            int sentences,
            List<Word> words,
            List<Highlight> highlights,
            List<Object> findings,
            TextView text) {}

    @GET
    @LimitedRead
    @DerivedRead
    public TurnAnalysis get(String turn) {
        TurnId id = parseTurnId(turn);
        AnalyzedTurn found = turns.find(Learner.DEFAULT_TENANT, id).orElseThrow(() -> new UnknownTurn(turn));
        TurnAnalyzed event = found.toEvent();
        return new TurnAnalysis(
                id.value(),
                event.conversationId().value(),
                event.learnerId(),
                event.revision(),
                found.analysis().provisional() ? "pending" : event.status(),
                event.language(),
                event.occurredAt(),
                event.analyzers(),
                found.analysis().jobs().stream()
                        .map(job -> JobView.of(id, job, found.createdAt(), found.completedAt()))
                        .toList(),
                event.learnerWords(),
                event.replyWords(),
                event.sentences(),
                event.words(),
                event.highlights(),
                List.copyOf(event.findings()),
                textView(found));
    }

    private static TextView textView(AnalyzedTurn found) {
        TurnFindings findings = found.analysis().findings();
        VocabularyFindings vocabulary = found.vocabulary();
        String text = found.turn().learnerText();
        return vocabulary.annotations() == null
                ? null
                : TextView.of(
                        text,
                        vocabulary.annotations().unpack(text, vocabulary.words()),
                        vocabulary.words(),
                        HighlightFindings.emotionIn(findings));
    }

    private static TurnId parseTurnId(String turn) {
        return UuidText.parse(turn).map(TurnId::new).orElseThrow(() -> new UnknownTurn(turn));
    }
}
