package dev.parlance.kit.republish;

import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
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

/// The person who looks after this service lets it tell its past again. Only in a service that has a past to tell: it
/// says so when it is built.
@IfBuildProperty(name = "kit.republish", stringValue = "true")
@Path("/v1/admin/republish")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RepublishResource {
    private final Republications republications;
    private final PastEvents past;

    RepublishResource(Republications republications, PastEvents past) {
        this.republications = republications;
        this.past = past;
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

    @POST
    @APIResponseSchema(value = View.class, responseCode = "202")
    public RestResponse<View> order(Order order) {
        Order sent = order == null ? new Order(null, null, null) : order;
        View view = view(republications.order(selection(sent)));
        return ResponseBuilder.<View>create(Status.ACCEPTED)
                .entity(view)
                .header("Location", "/v1/admin/republish/" + view.id())
                .build();
    }

    @GET
    public Page<View> list(@RestQuery String limit, @RestQuery String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "republish");
        return Page.of(
                republications.orders().list(page).stream().map(this::view).toList(),
                page,
                row -> List.of(row.startedAt().toString(), row.id().toString()));
    }

    @GET
    @Path("/{id}")
    public View get(String id) {
        return view(republications.orders().get(id));
    }

    /// Ends one that runs; what is in the outbox already will still be sent.
    @DELETE
    @Path("/{id}")
    public RestResponse<Void> cancel(String id) {
        republications.orders().cancel(id);
        return RestResponse.noContent();
    }

    private Selection selection(Order order) {
        String learner = order.learnerId();
        String key = learner == null
                ? null
                : past.key(learner)
                        .orElseThrow(
                                () -> new InvalidRequest("learnerId", "learnerId holds what no learner's id can hold"));
        return Selection.of(key, InstantRange.of(order.from(), order.to()));
    }

    private View view(Republication republication) {
        Selection selection = republication.selection();
        return new View(
                republication.id(),
                republication.status().wire(),
                selection.from(),
                selection.to(),
                selection.key() == null ? null : past.learnerId(selection.key()),
                republication.sent(),
                republication.total(),
                republication.startedAt(),
                republication.completedAt(),
                republication.error());
    }
}
