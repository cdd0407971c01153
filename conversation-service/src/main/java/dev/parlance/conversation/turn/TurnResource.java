package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.conversation.Conversations;
import dev.parlance.conversation.conversation.PathId;
import dev.parlance.conversation.idempotency.Answers;
import dev.parlance.conversation.idempotency.Answers.Answer;
import dev.parlance.conversation.turn.Outcome.Known;
import dev.parlance.conversation.turn.Outcome.Recorded;
import dev.parlance.conversation.turn.Outcome.Refused;
import dev.parlance.conversation.turn.RecordTurn.Said;
import dev.parlance.kit.outbox.TraceParent;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.pipeline.Admitted;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.time.NewId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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

/// Turns over HTTP, one a request. They are answered by the thread that wrote them, hence `Uni`: a thread that waits
/// for each costs a quarter of the rate (docs/performance.md).
@Path("/v1/conversations/{conversation}/turns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TurnResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final TurnWriters writers;
    private final RecordAndWait recordAndWait;
    private final RecordTurn recordTurn;
    private final Conversations conversations;
    private final Turns turns;
    private final Answers answers;
    private final Clock clock;

    TurnResource(
            TurnWriters writers,
            RecordAndWait recordAndWait,
            RecordTurn recordTurn,
            Conversations conversations,
            Turns turns,
            Answers answers,
            Clock clock) {
        this.writers = writers;
        this.recordAndWait = recordAndWait;
        this.recordTurn = recordTurn;
        this.conversations = conversations;
        this.turns = turns;
        this.answers = answers;
        this.clock = clock;
    }

    @Admitted
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
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String trace) {
        Said said = said(conversation, new TurnId(PathId.made("turnId", turn)), body, trace);
        Optional<PreferredWait> wait = recordAndWait.preferred(prefer);
        return wait.isEmpty()
                ? write(said).map(outcome -> answer(outcome).build())
                : recordAndWait.record(said, wait.get()).map(answered -> answer(answered, wait.get()));
    }

    @Admitted
    @POST
    @APIResponseSchema(value = TurnView.class, responseCode = "201")
    public Uni<RestResponse<String>> post(
            String conversation,
            NewTurn body,
            @RestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String trace,
            @Context UriInfo uri) {
        Said said = said(conversation, new TurnId(NewId.random()), body, trace);
        if (key == null) {
            return write(said).map(outcome -> answers.written(created(outcome)).asResponse());
        }
        // The answer is kept in the transaction of its effect, which therefore is not shared with others.
        String path = uri.getPath();
        return Uni.createFrom()
                .item(() -> answers.once(TENANT, path, key, body, () -> created(alone(said)))
                        .asResponse())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @GET
    public Page<TurnView> list(String conversation, @RestQuery String limit, @RestQuery String cursor) {
        ConversationId id = PathId.conversation(conversation);
        PageRequest page = PageRequest.of(limit, cursor, "turns", id);
        conversations.get(TENANT, id);
        List<TurnView> rows = turns.ofConversation(TENANT, id, page).stream()
                .map(TurnView::of)
                .toList();
        return Page.of(rows, page, last -> List.of(Integer.toString(last.sequence())));
    }

    private Said said(String conversation, TurnId turn, NewTurn body, String trace) {
        if (body == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        return new Said(TENANT, PathId.conversation(conversation), List.of(body.sentAs(turn, clock.instant())), trace);
    }

    private static ResponseBuilder<TurnView> answer(Outcome outcome) {
        return switch (outcome) {
            case Recorded(Turn recorded) -> ResponseBuilder.create(Status.CREATED, TurnView.of(recorded));
            case Known(Turn known) -> ResponseBuilder.ok(TurnView.of(known));
            case Refused(DomainProblem problem) -> throw problem;
        };
    }

    private static RestResponse<TurnView> answer(RecordAndWait.Answered answered, PreferredWait wait) {
        RestResponse<TurnView> usual = answer(answered.outcome()).build();
        return answered.analysis() == null
                ? usual
                : ResponseBuilder.create(
                                usual.getStatusInfo(), usual.getEntity().with(answered.analysis()))
                        .header(PreferredWait.APPLIED, wait)
                        .build();
    }

    private Uni<Outcome> write(Said said) {
        return Uni.createFrom().completionStage(() -> writers.write(said)).map(List::getFirst);
    }

    private Outcome alone(Said said) {
        return recordTurn.record(List.of(said)).getFirst().getFirst();
    }

    private static Answer created(Outcome outcome) {
        return switch (outcome) {
            case Recorded(Turn turn) ->
                Answer.created(
                        "/v1/conversations/%s/turns/%s".formatted(turn.conversationId(), turn.id()), TurnView.of(turn));
            case Known(Turn turn) -> Answer.ok(TurnView.of(turn));
            case Refused(DomainProblem problem) -> throw problem;
        };
    }
}
