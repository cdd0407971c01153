package dev.parlance.analysis.operations.job;

import dev.parlance.analysis.query.JobView;
import dev.parlance.analysis.turn.store.AnalyzerJobs;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// Jobs over HTTP.
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
class JobResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final Set<String> STATUSES = Set.of("pending", "processing", "completed", "failed");

    private final AnalyzerJobs jobs;
    private final RetryJob retryJob;

    JobResource(AnalyzerJobs jobs, RetryJob retryJob) {
        this.jobs = jobs;
        this.retryJob = retryJob;
    }

    @GET
    @LimitedRead
    @DerivedRead
    public Page<JobView> list(
            @RestQuery String status,
            @RestQuery String type,
            @RestQuery String turnId,
            @RestQuery String limit,
            @RestQuery String cursor) {
        if (status != null && !STATUSES.contains(status)) {
            throw new InvalidRequest("status", "status must be pending, processing, completed or failed");
        }
        var filter = new AnalyzerJobs.Filter(status, type, UuidText.parseFilter("turnId", turnId));
        PageRequest page = PageRequest.of(limit, cursor, "jobs", filter);
        return Page.of(
                jobs.list(TENANT, filter, page).stream()
                        .map(found -> JobView.of(found.turn(), found.job(), found.createdAt(), found.completedAt()))
                        .toList(),
                page,
                last -> List.of(last.createdAt().toString(), last.turnId().toString(), last.type()));
    }

    @POST
    @Path("/{id}:retry")
    @APIResponse(responseCode = "202", description = "Accepted")
    public RestResponse<Void> retry(String id) {
        int dot = Math.max(id.indexOf('.'), 0);
        boolean retried = UuidText.parse(id.substring(0, dot))
                .map(turn -> retryJob.retry(TENANT, new TurnId(turn), id.substring(dot + 1)))
                .orElse(false);
        if (!retried) {
            throw new NotFound("No job has this id");
        }
        return RestResponse.accepted();
    }
}
