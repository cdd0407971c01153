package dev.parlance.kit.consumer;

import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.read.LimitedRead;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// Records in quarantine, for operators.
@Path("/v1/admin/quarantine")
@Produces(MediaType.APPLICATION_JSON)
class QuarantineResource {
    private static final Set<String> STATUSES = Set.of("waiting", "retried", "discarded");

    private final Quarantine quarantine;
    private final RetryQuarantined retryQuarantined;

    QuarantineResource(Quarantine quarantine, RetryQuarantined retryQuarantined) {
        this.quarantine = quarantine;
        this.retryQuarantined = retryQuarantined;
    }

    @GET
    @LimitedRead
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

    /// One record with its headers and its value, which may hold what a learner said.
    @GET
    @LimitedRead
    @Path("/{id}")
    public Quarantine.Shown get(String id) {
        return quarantine.find(parseId(id)).orElseThrow(QuarantineResource::notFound);
    }

    @POST
    @Path("/{id}:retry")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> retry(String id) {
        retryQuarantined.retry(parseId(id));
        return RestResponse.accepted();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public RestResponse<Void> discard(String id) {
        if (!quarantine.updateStatus(parseId(id), "discarded")) {
            throw notFound();
        }
        return RestResponse.noContent();
    }

    private static UUID parseId(String id) {
        return UuidText.parse(id).orElseThrow(QuarantineResource::notFound);
    }

    private static NotFound notFound() {
        return new NotFound("No record in quarantine has this id");
    }
}
