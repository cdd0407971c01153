package dev.parlance.kit.intake;

import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.quarantine.Quarantine;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// What was set aside, for the person who looks after this service.
@Path("/v1/admin/quarantine")
@Produces(MediaType.APPLICATION_JSON)
class QuarantineResource {
    private static final Set<String> STATUSES = Set.of("waiting", "retried", "discarded");

    private final Quarantine quarantine;
    private final SendAgain sendAgain;

    QuarantineResource(Quarantine quarantine, SendAgain sendAgain) {
        this.quarantine = quarantine;
        this.sendAgain = sendAgain;
    }

    @GET
    public Page<Quarantine.Quarantined> list(
            @RestQuery String status, @RestQuery String limit, @RestQuery String cursor) {
        if (status != null && !STATUSES.contains(status)) {
            throw new InvalidRequest("status", "status must be waiting, retried or discarded");
        }
        PageRequest page = PageRequest.of(limit, cursor, "quarantine", status);
        return Page.of(
                quarantine.list(status, page),
                page,
                row -> List.of(row.firstSeenAt().toString(), row.id().toString()));
    }

    /// One record with its headers and its bytes, which may hold what a learner said.
    @GET
    @Path("/{id}")
    public Quarantine.Shown get(String id) {
        return quarantine.find(parsed(id)).orElseThrow(QuarantineResource::unknown);
    }

    @POST
    @Path("/{id}:retry")
    public RestResponse<Void> retry(String id) {
        sendAgain.sendAgain(parsed(id));
        return RestResponse.accepted();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public RestResponse<Void> discard(String id) {
        if (!quarantine.mark(parsed(id), "discarded")) {
            throw unknown();
        }
        return RestResponse.noContent();
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static NotFound unknown() {
        return new NotFound("No record in quarantine has this id");
    }
}
