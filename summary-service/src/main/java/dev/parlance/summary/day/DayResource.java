package dev.parlance.summary.day;

import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/// Learners' days and a tenant's dates, over HTTP.
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class DayResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final LearnerDays learnerDays;
    private final TenantDays tenantDays;

    DayResource(LearnerDays learnerDays, TenantDays tenantDays) {
        this.learnerDays = learnerDays;
        this.tenantDays = tenantDays;
    }

    @GET
    @LimitedRead
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
            return new Page<>(List.of(), null); // no learner has such an id: answered like an unknown learner
        }
        return Page.of(
                learnerDays.findPage(TENANT, learner, dates, page),
                page,
                last -> List.of(last.date().toString()));
    }

    @GET
    @LimitedRead
    @Path("/days/{date}")
    @DerivedRead
    public TenantDays.TenantDay ofTenant(String date) {
        return tenantDays.find(TENANT, DateRange.parse("date", date));
    }
}
