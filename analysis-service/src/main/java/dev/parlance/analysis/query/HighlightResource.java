package dev.parlance.analysis.query;

import dev.parlance.analysis.turn.store.Highlights;
import dev.parlance.analysis.turn.store.Highlights.TurnHighlight;
import dev.parlance.contract.event.AnalysisEvent;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/// Highlights over HTTP.
@Path("/v1/highlights")
@Produces(MediaType.APPLICATION_JSON)
class HighlightResource {
    private final Highlights highlights;

    HighlightResource(Highlights highlights) {
        this.highlights = highlights;
    }

    record Highlight(
            UUID id,
            String type,
            String learnerId,
            UUID conversationId,
            UUID turnId,
            Instant occurredAt,
            String description,
            String excerpt) {
        static Highlight of(TurnHighlight found) {
            TurnAnalyzed turn = found.turn();
            AnalysisEvent.Highlight one = found.highlight();
            return new Highlight(
                    one.id(),
                    one.type(),
                    turn.learnerId(),
                    turn.conversationId().value(),
                    turn.turnId().value(),
                    turn.occurredAt(),
                    one.description(),
                    one.excerpt());
        }
    }

    @GET
    @LimitedRead
    @DerivedRead
    public Page<Highlight> list(
            @RestQuery String learnerId,
            @RestQuery String conversationId,
            @RestQuery String type,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var filter = new Highlights.Filter(
                learnerId, UuidText.parseFilter("conversationId", conversationId), type, InstantRange.of(from, to));
        PageRequest page = PageRequest.of(limit, cursor, "highlights", filter);
        return Page.of(
                highlights.list(Learner.DEFAULT_TENANT, filter, page).stream()
                        .map(Highlight::of)
                        .toList(),
                page,
                last -> List.of(last.occurredAt().toString(), last.id().toString()));
    }
}
