package dev.parlance.conversation.retention;

import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.NotFound;
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

/// The person who looks after this service has the sound cleaned up, and reads what came of it.
@Path("/v1/admin/audio/sweeps")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SweepResource {
    private final Sweeps sweeps;

    SweepResource(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    /// @param dryRun only look what would be removed
    record Order(Boolean dryRun) {}

    /// @param lookedAt       rows and objects
    /// @param abandoned      uploads that nobody has told of
    /// @param expired        sound that was kept for long enough
    /// @param orphanObjects  objects without a row
    /// @param missingObjects rows without an object
    /// @param bytes          that were freed, or would be
    record View(
            UUID id,
            String status,
            boolean dryRun,
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
        static View of(Sweep sweep) {
            return new View(
                    sweep.id(),
                    sweep.status().wire(),
                    sweep.dryRun(),
                    sweep.phase().wire(),
                    sweep.found().lookedAt(),
                    sweep.found().abandoned(),
                    sweep.found().expired(),
                    sweep.found().orphanObjects(),
                    sweep.found().missingObjects(),
                    sweep.found().bytes(),
                    sweep.startedAt(),
                    sweep.completedAt(),
                    sweep.error());
        }
    }

    @POST
    @APIResponseSchema(value = View.class, responseCode = "202")
    public RestResponse<View> order(Order sent) {
        View view = View.of(sweeps.order(sent != null && Boolean.TRUE.equals(sent.dryRun())));
        return ResponseBuilder.<View>create(Status.ACCEPTED)
                .entity(view)
                .header("Location", "/v1/admin/audio/sweeps/" + view.id())
                .build();
    }

    @GET
    public Page<View> list(@RestQuery String limit, @RestQuery String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "audio-sweeps");
        return Page.of(
                sweeps.list(page).stream().map(View::of).toList(),
                page,
                row -> List.of(row.startedAt().toString(), row.id().toString()));
    }

    @GET
    @Path("/{id}")
    public View get(String id) {
        return View.of(found(id));
    }

    /// Ends one that runs; what it has removed stays removed.
    @DELETE
    @Path("/{id}")
    public RestResponse<Void> cancel(String id) {
        sweeps.end(found(id), Sweep.Status.CANCELLED, null);
        return RestResponse.noContent();
    }

    private Sweep found(String id) {
        try {
            return sweeps.get(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new NotFound("No sweep has this id");
        }
    }
}
