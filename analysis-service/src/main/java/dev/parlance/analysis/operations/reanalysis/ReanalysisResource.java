package dev.parlance.analysis.operations.reanalysis;

import dev.parlance.analysis.operations.reanalysis.ReanalyzeTurns.Period;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.admission.RequiresAdmission;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Reanalysis of past turns over HTTP, for operators.
@Path("/v1/admin/reanalysis")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReanalysisResource {
    private final Reanalyses reanalyses;

    ReanalysisResource(Reanalyses reanalyses) {
        this.reanalyses = reanalyses;
    }

    /// @param from   of the turn's `occurredAt`, inclusive
    /// @param to     exclusive
    /// @param dryRun only count what would change
    record Order(String learnerId, String from, String to, Boolean dryRun) {}

    /// @param turns   that were analysed again, or previewed
    /// @param changed how many of these, and of turns that share their words, have other content
    /// @param total   turns that were outdated at the beginning; null before they were counted, and where counting
    ///     took too long
    /// @param words   the most frequent changes, such as `en:goes → en:go`, with the number of uses
    record View(
            UUID id,
            String status,
            boolean dryRun,
            String learnerId,
            Instant from,
            Instant to,
            long turns,
            long changed,
            Long total,
            Map<String, Integer> words,
            Instant startedAt,
            Instant completedAt,
            String error) {
        static View of(Reanalysis order) {
            return new View(
                    order.id(),
                    order.status().wireName(),
                    order.dryRun(),
                    order.learnerId(),
                    order.period().from(),
                    order.period().to(),
                    order.turns(),
                    order.changed(),
                    order.total(),
                    order.words(),
                    order.startedAt(),
                    order.completedAt(),
                    order.error());
        }
    }

    @RequiresAdmission
    @POST
    @APIResponseSchema(value = View.class, responseCode = "202")
    public RestResponse<View> order(Order sent) {
        Order order = sent == null ? new Order(null, null, null, null) : sent;
        if (order.learnerId() != null && !Learner.isLearnerId(order.learnerId())) {
            throw new InvalidRequest("learnerId", "learnerId must match [A-Za-z0-9._~@:+-]{1,128}");
        }
        View view = View.of(reanalyses.create(
                order.learnerId() == null ? null : Learner.DEFAULT_TENANT,
                order.learnerId(),
                period(InstantRange.of(order.from(), order.to())),
                Boolean.TRUE.equals(order.dryRun())));
        return ResponseBuilder.<View>create(Status.ACCEPTED)
                .entity(view)
                .header("Location", "/v1/admin/reanalysis/" + view.id())
                .build();
    }

    @GET
    @LimitedRead
    public Page<View> list(@RestQuery String limit, @RestQuery String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "reanalysis");
        return Page.of(
                reanalyses.jobs().list(page).stream().map(View::of).toList(),
                page,
                row -> List.of(row.startedAt().toString(), row.id().toString()));
    }

    @GET
    @LimitedRead
    @Path("/{id}")
    public View get(String id) {
        return View.of(reanalyses.jobs().get(id));
    }

    /// Cancels a running one; what it has done stays.
    @DELETE
    @Path("/{id}")
    public RestResponse<Void> cancel(String id) {
        reanalyses.jobs().cancel(id);
        return RestResponse.noContent();
    }

    private static Period period(InstantRange range) {
        if (range.from() != null && range.to() != null && !range.from().isBefore(range.to())) {
            throw new InvalidRequest("to", "to must be later than from");
        }
        return new Period(range.from(), range.to());
    }
}
