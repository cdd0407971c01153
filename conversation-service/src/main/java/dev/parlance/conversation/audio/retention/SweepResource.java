package dev.parlance.conversation.audio.retention;

import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Sweeps for operators: start, list, cancel.
@Path("/v1/admin/audio/sweeps")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SweepResource {
    private final Sweeps sweeps;

    SweepResource(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    /// @param dryRun only count what would be removed
    /// @param force  remove also more than 5 % of what there is
    record SweepOrder(Boolean dryRun, Boolean force) {}

    /// @param lookedAt       rows and objects
    /// @param abandoned      uploads that were never reported
    /// @param expired        audio past its retention
    /// @param orphanObjects  objects without a row
    /// @param missingObjects rows without an object
    /// @param bytes          freed, or to be freed
    /// @param error          why it failed or was refused, with the way out
    record SweepView(
            UUID id,
            String status,
            boolean dryRun,
            boolean force,
            String phase,
            long lookedAt,
            long abandoned,
            long expired,
            long orphanObjects,
            long missingObjects,
            long bytes,
            Instant startedAt,
            Instant completedAt,
            String error) {
        static SweepView of(Sweep sweep) {
            return new SweepView(
                    sweep.id(),
                    sweep.status().wireName(),
                    sweep.dryRun(),
                    sweep.force(),
                    sweep.phase().wireName(),
                    sweep.counts().lookedAt(),
                    sweep.counts().abandoned(),
                    sweep.counts().expired(),
                    sweep.counts().orphanObjects(),
                    sweep.counts().missingObjects(),
                    sweep.counts().bytes(),
                    sweep.startedAt(),
                    sweep.completedAt(),
                    sweep.error());
        }
    }

    @POST
    @APIResponseSchema(value = SweepView.class, responseCode = "202")
    public RestResponse<SweepView> order(SweepOrder order) {
        boolean dryRun = order != null && Boolean.TRUE.equals(order.dryRun());
        boolean force = order != null && Boolean.TRUE.equals(order.force());
        SweepView view = SweepView.of(sweeps.create(dryRun, force && !dryRun));
        return ResponseBuilder.<SweepView>create(Status.ACCEPTED)
                .entity(view)
                .header("Location", "/v1/admin/audio/sweeps/" + view.id())
                .build();
    }

    @GET
    @LimitedRead
    public Page<SweepView> list(@RestQuery String limit, @RestQuery String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "audio-sweeps");
        return Page.of(
                sweeps.jobs().list(page).stream().map(SweepView::of).toList(),
                page,
                row -> List.of(row.startedAt().toString(), row.id().toString()));
    }

    @GET
    @LimitedRead
    @Path("/{id}")
    public SweepView get(String id) {
        return SweepView.of(sweeps.jobs().get(id));
    }

    /// Stops a running sweep; what it removed stays removed.
    @DELETE
    @Path("/{id}")
    public RestResponse<Void> cancel(String id) {
        sweeps.jobs().cancel(id);
        return RestResponse.noContent();
    }
}
