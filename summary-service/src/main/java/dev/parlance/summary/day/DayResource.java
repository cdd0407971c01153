package dev.parlance.summary.day;

import dev.parlance.contract.Learner;
import dev.parlance.contract.SummaryEvent.DailySummary;
import dev.parlance.kit.intake.DerivedRead;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// Days over HTTP.
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class DayResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final LearnerDays learnerDays;
    private final TenantDays tenantDays;
    private final RecomputeRequests recomputeRequests;

    DayResource(LearnerDays learnerDays, TenantDays tenantDays, RecomputeRequests recomputeRequests) {
        this.learnerDays = learnerDays;
        this.tenantDays = tenantDays;
        this.recomputeRequests = recomputeRequests;
    }

    /// @param learnerId whose day; left out, everybody's of that date
    record Whose(String learnerId) {}

    @GET
    @Path("/learners/{learner}/days")
    @DerivedRead
    public Page<DailySummary> ofLearner(
            String learner,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String limit,
            @RestQuery String cursor) {
        DateRange dates = DateRange.of(from, to);
        PageRequest page = PageRequest.of(limit, cursor, "days", learner, dates.from(), dates.to());
        if (!Learner.isLearnerId(learner)) {
            return new Page<>(List.of(), null); // nobody has this id: a learner unknown like any other
        }
        return Page.of(
                learnerDays.ofLearner(TENANT, learner, dates, page),
                page,
                last -> List.of(last.date().toString()));
    }

    @GET
    @Path("/days/{date}")
    @DerivedRead
    public TenantDays.TenantDay ofTenant(String date) {
        return tenantDays.of(TENANT, DateRange.parse("date", date));
    }

    @POST
    @Path("/days/{date}:recompute")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Void> recompute(String date, Whose whose) {
        String learner = whose == null ? null : whose.learnerId();
        if (learner != null && !Learner.isLearnerId(learner)) {
            throw new InvalidRequest("learnerId", "learnerId must match [A-Za-z0-9._~@:+-]{1,128}");
        }
        recomputeRequests.add(TENANT, DateRange.parse("date", date), learner);
        return RestResponse.accepted();
    }
}
