package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.conversation.dialogue.http.IdempotentResponses;
import dev.parlance.conversation.dialogue.http.ResponseData;
import dev.parlance.conversation.dialogue.turn.NewTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.Turn;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Known;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Recorded;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Refused;
import dev.parlance.conversation.dialogue.turn.TurnView;
import dev.parlance.conversation.dialogue.turn.Turns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.admission.RequiresAdmission;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.read.LimitedRead;
import dev.parlance.kit.time.NewId;
import dev.parlance.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Turns over HTTP, one per request. The thread that wrote a turn completes the response, hence `Uni`: a thread that
/// blocks for each request costs a quarter of the rate (docs/performance.md).
@Path("/v1/conversations/{conversation}/turns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TurnResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final TurnWriters writers;
    private final RecordAndAwaitAnalysis recordAndAwaitAnalysis;
    private final RecordTurn recordTurn;
    private final Conversations conversations;
    private final Turns turns;
    private final IdempotentResponses responses;
    private final Clock clock;

    TurnResource(
            TurnWriters writers,
            RecordAndAwaitAnalysis recordAndAwaitAnalysis,
            RecordTurn recordTurn,
            Conversations conversations,
            Turns turns,
            IdempotentResponses responses,
            Clock clock) {
        this.writers = writers;
        this.recordAndAwaitAnalysis = recordAndAwaitAnalysis;
        this.recordTurn = recordTurn;
        this.conversations = conversations;
        this.turns = turns;
        this.responses = responses;
        this.clock = clock;
    }

    @RequiresAdmission
    @PUT
    @Path("/{turn}")
    @APIResponseSchema(value = TurnView.class, responseCode = "201")
    public Uni<RestResponse<TurnView>> put(
            String conversation,
            String turn,
            NewTurn body,
            @Parameter(
                            description =
                                    "`wait=2`: wait up to two seconds for the turn's words and highlights (RFC 7240);"
                                            + " the answer has them, and `Preference-Applied`, if they come in time")
                    @RestHeader("Prefer")
                    List<String> prefer,
            @Context HttpServerResponse response,
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String traceparent) {
        TurnSubmission submission =
                submission(conversation, new TurnId(PathId.requireUuid("turnId", turn)), body, traceparent);
        Optional<PreferredWait> wait = recordAndAwaitAnalysis.parsePreference(prefer);
        return wait.isEmpty()
                ? write(submission, response).map(outcome -> toResponse(outcome).build())
                : recordAndAwaitAnalysis.record(submission, wait.get()).map(outcome -> toResponse(outcome, wait.get()));
    }

    @RequiresAdmission
    @POST
    @APIResponseSchema(value = TurnView.class, responseCode = "201")
    public Uni<RestResponse<String>> post(
            String conversation,
            NewTurn body,
            @RestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String traceparent,
            @Context HttpServerResponse response,
            @Context UriInfo uri) {
        TurnSubmission submission = submission(conversation, new TurnId(NewId.random()), body, traceparent);
        if (key == null) {
            return write(submission, response)
                    .map(outcome -> responses.serialize(created(outcome)).toRestResponse());
        }
        // The response is stored in the transaction of its effect, so that other requests cannot share it.
        String path = uri.getPath();
        return Uni.createFrom()
                .item(() -> responses
                        .executeOnce(TENANT, path, key, body, () -> created(recordAlone(submission)))
                        .toRestResponse())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @GET
    @Path("/{turn}")
    @LimitedRead
    public TurnView get(String conversation, String turn) {
        ConversationId id = PathId.conversationId(conversation);
        conversations.get(TENANT, id);
        return PathId.turnId(turn)
                .flatMap(known -> turns.find(TENANT, known))
                .filter(found -> found.conversationId().equals(id))
                .map(TurnView::of)
                .orElseThrow(() -> new UnknownTurn(turn));
    }

    @GET
    @LimitedRead
    public Page<TurnView> list(String conversation, @RestQuery String limit, @RestQuery String cursor) {
        ConversationId id = PathId.conversationId(conversation);
        PageRequest page = PageRequest.of(limit, cursor, "turns", id);
        conversations.get(TENANT, id);
        List<TurnView> rows = turns.findByConversation(TENANT, id, page).stream()
                .map(TurnView::of)
                .toList();
        return Page.of(rows, page, last -> List.of(Integer.toString(last.sequence())));
    }

    private TurnSubmission submission(String conversation, TurnId turn, NewTurn body, String traceparent) {
        if (body == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        return new TurnSubmission(
                TENANT, PathId.conversationId(conversation), List.of(body.withId(turn, clock.instant())), traceparent);
    }

    private static ResponseBuilder<TurnView> toResponse(TurnOutcome outcome) {
        return switch (outcome) {
            case Recorded(Turn recorded) -> ResponseBuilder.create(Status.CREATED, TurnView.of(recorded));
            case Known(Turn known) -> ResponseBuilder.ok(TurnView.of(known));
            case Refused(DomainProblem problem) -> throw problem;
        };
    }

    private static RestResponse<TurnView> toResponse(
            RecordAndAwaitAnalysis.AwaitedOutcome awaited, PreferredWait wait) {
        RestResponse<TurnView> response = toResponse(awaited.outcome()).build();
        return awaited.analysis() == null
                ? response
                : ResponseBuilder.create(
                                response.getStatusInfo(), response.getEntity().withAnalysis(awaited.analysis()))
                        .header(PreferredWait.APPLIED_HEADER, wait)
                        .build();
    }

    private Uni<TurnOutcome> write(TurnSubmission submission, HttpServerResponse response) {
        return Uni.createFrom()
                .completionStage(() -> writers.write(submission, response::closed))
                .map(List::getFirst);
    }

    private TurnOutcome recordAlone(TurnSubmission submission) {
        return recordTurn.recordAlone(submission).getFirst();
    }

    private static ResponseData created(TurnOutcome outcome) {
        return switch (outcome) {
            case Recorded(Turn turn) ->
                ResponseData.created(
                        "/v1/conversations/%s/turns/%s".formatted(turn.conversationId(), turn.id()), TurnView.of(turn));
            case Known(Turn turn) -> ResponseData.ok(TurnView.of(turn));
            case Refused(DomainProblem problem) -> throw problem;
        };
    }
}
