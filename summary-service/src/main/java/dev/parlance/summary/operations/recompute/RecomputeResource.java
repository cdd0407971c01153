package dev.parlance.summary.operations.recompute;

import dev.parlance.contract.id.Learner;
import dev.parlance.kit.admission.RequiresAdmission;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.problem.InvalidRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Requests to compute days from their facts again, over HTTP.
@Path("/v1")
class RecomputeResource {
    private final RecomputeRequests requests;

    RecomputeResource(RecomputeRequests requests) {
        this.requests = requests;
    }

    /// Named as the published schema: an annotation with that name would reorder the whole OpenAPI document.
    ///
    /// @param learnerId the learner of the day; null for the days of all learners of that date
    record Whose(String learnerId) {}

    @RequiresAdmission
    @POST
    @Path("/days/{date}:recompute")
    @Consumes(MediaType.APPLICATION_JSON)
    @Tag(ref = "Day Resource")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> recompute(String date, Whose body) {
        String learner = body == null ? null : body.learnerId();
        if (learner != null && !Learner.isLearnerId(learner)) {
            throw new InvalidRequest("learnerId", "learnerId must match [A-Za-z0-9._~@:+-]{1,128}");
        }
        requests.add(Learner.DEFAULT_TENANT, DateRange.parse("date", date), learner);
        return RestResponse.accepted();
    }
}
