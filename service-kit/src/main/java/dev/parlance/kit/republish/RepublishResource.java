package dev.parlance.kit.republish;

import dev.parlance.kit.admission.RequiresAdmission;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.read.LimitedRead;
import io.quarkus.arc.properties.IfBuildProperty;
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

/// Republications, for operators. Only in a service with an [EventSource], which sets `kit.republish` at build time.
@IfBuildProperty(name = "kit.republish", stringValue = "true")
@Path("/v1/admin/republish")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RepublishResource {
    private final Republications republications;
    private final EventSource source;

    RepublishResource(Republications republications, EventSource source) {
        this.republications = republications;
        this.source = source;
    }

    /// @param from of the turn's `recordedAt`, inclusive
    /// @param to   exclusive
    record Order(String from, String to, String learnerId) {}

    record View(
            UUID id,
            String status,
            Instant from,
            Instant to,
            String learnerId,
            long sent,
            Long total,
            Instant startedAt,
            Instant completedAt,
            String error) {}

    @RequiresAdmission
    @POST
    @APIResponseSchema(value = View.class, responseCode = "202")
    public RestResponse<View> start(Order order) {
        Order requested = order == null ? new Order(null, null, null) : order;
        View view = toView(republications.create(toSelection(requested)));
        return ResponseBuilder.<View>create(Status.ACCEPTED)
                .entity(view)
                .header("Location", "/v1/admin/republish/" + view.id())
                .build();
    }

    @GET
    @LimitedRead
    public Page<View> list(@RestQuery String limit, @RestQuery String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "republish");
        return Page.of(
                republications.jobs().list(page).stream().map(this::toView).toList(),
                page,
                row -> List.of(row.startedAt().toString(), row.id().toString()));
    }

    @GET
    @LimitedRead
    @Path("/{id}")
    public View get(String id) {
        return toView(republications.jobs().get(id));
    }

    /// Ends a running one; records that are in the outbox will still be sent.
    @DELETE
    @Path("/{id}")
    public RestResponse<Void> cancel(String id) {
        republications.jobs().cancel(id);
        return RestResponse.noContent();
    }

    private Selection toSelection(Order order) {
        String learner = order.learnerId();
        String key = learner == null
                ? null
                : source.key(learner)
                        .orElseThrow(
                                () -> new InvalidRequest("learnerId", "learnerId holds what no learner's id can hold"));
        return Selection.of(key, InstantRange.of(order.from(), order.to()));
    }

    private View toView(Republication republication) {
        Selection selection = republication.selection();
        return new View(
                republication.id(),
                republication.status().wireName(),
                selection.from(),
                selection.to(),
                selection.key() == null ? null : source.learnerId(selection.key()),
                republication.sent(),
                republication.total(),
                republication.startedAt(),
                republication.completedAt(),
                republication.error());
    }
}
