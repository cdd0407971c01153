package dev.parlance.analysis.turn;

import dev.parlance.analysis.text.TextView;
import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.intake.DerivedRead;
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

    /// @param status `pending` as long as a stand-in has read it, because its language was not at hand; then
    ///     `completed`, `partial` or `failed`
    /// @param jobs  how each analyser fared
    /// @param words the learner's different words, each once
    /// @param text  what the learner said, word by word; null where the learner said nothing, and for a turn that
    ///     was analysed before this was kept, until it is analysed again
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
    @DerivedRead
    public TurnAnalysis get(String turn) {
        TurnId id = parsed(turn);
        AnalyzedTurn found = turns.find(Learner.DEFAULT_TENANT, id).orElseThrow(() -> new UnknownTurn(turn));
        TurnAnalyzed event = found.event();
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
                List.of(),
                text(found));
    }

    private static TextView text(AnalyzedTurn found) {
        Facts facts = found.analysis().facts();
        return facts.annotations() == null
                ? null
                : TextView.of(facts.annotations().on(found.turn().learnerText(), facts.words()));
    }

    private static TurnId parsed(String turn) {
        try {
            return new TurnId(UUID.fromString(turn));
        } catch (IllegalArgumentException e) {
            throw new UnknownTurn(turn);
        }
    }
}
