package dev.parlance.conversation.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.ProblemBody;
import dev.parlance.kit.problem.UnreadableBody;
import dev.parlance.kit.time.NewId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Turns over HTTP.
@Path("/v1/conversations/{conversation}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TurnResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final int MOST_IN_A_BATCH = 500;
    private static final int BAD_REQUEST = 400;

    private final RecordTurn recordTurn;
    private final Conversations conversations;
    private final Turns turns;
    private final Answers answers;
    private final ObjectMapper json;

    TurnResource(RecordTurn recordTurn, Conversations conversations, Turns turns, Answers answers, ObjectMapper json) {
        this.recordTurn = recordTurn;
        this.conversations = conversations;
        this.turns = turns;
        this.answers = answers;
        this.json = json;
    }

    /// @param turns each a turn with its `id`
    record Batch(List<JsonNode> turns) {}

    /// @param results one for each turn that was sent, in order
    record BatchResult(List<Result> results) {}

    /// @param id as it was sent
    record Result(String id, int status, TurnView turn, ProblemBody problem) {}

    @PUT
    @Path("/turns/{turn}")
    @APIResponseSchema(value = TurnView.class, responseCode = "201")
    public RestResponse<TurnView> put(String conversation, String turn, NewTurn said) {
        var sent = new RecordTurn.Sent(new TurnId(PathId.made("turnId", turn)), present(said));
        return switch (recordTurn.record(TENANT, PathId.conversation(conversation), sent)) {
            case Recorded(Turn recorded) -> RestResponse.status(Status.CREATED, TurnView.of(recorded));
            case Known(Turn known) -> RestResponse.ok(TurnView.of(known));
            case Refused(DomainProblem problem) -> throw problem;
        };
    }

    @POST
    @Path("/turns")
    @APIResponseSchema(value = TurnView.class, responseCode = "201")
    public RestResponse<String> post(
            String conversation, NewTurn said, @RestHeader("Idempotency-Key") String key, @Context UriInfo uri) {
        NewTurn body = present(said);
        ConversationId id = PathId.conversation(conversation);
        return answers.once(TENANT, uri.getPath(), key, body, () -> {
                    var sent = new RecordTurn.Sent(new TurnId(NewId.random()), body);
                    return switch (recordTurn.record(TENANT, id, sent)) {
                        case Recorded(Turn turn) ->
                            Answer.created("/v1/conversations/%s/turns/%s".formatted(id, turn.id()), TurnView.of(turn));
                        case Known(Turn turn) -> Answer.ok(TurnView.of(turn));
                        case Refused(DomainProblem problem) -> throw problem;
                    };
                })
                .asResponse();
    }

    @POST
    @Path("/turns:batch")
    @APIResponseSchema(value = BatchResult.class, responseCode = "207")
    public RestResponse<String> batch(
            String conversation, Batch batch, @RestHeader("Idempotency-Key") String key, @Context UriInfo uri) {
        if (batch == null || batch.turns() == null) {
            throw new InvalidRequest("turns", "turns is missing");
        }
        if (batch.turns().size() > MOST_IN_A_BATCH) {
            throw new InvalidRequest("turns", "A batch holds at most 500 turns", MOST_IN_A_BATCH);
        }
        ConversationId id = PathId.conversation(conversation);
        return answers.once(
                        TENANT,
                        uri.getPath(),
                        key,
                        batch,
                        () -> new Answer(207, null, record(id, batch.turns(), uri.getPath())))
                .asResponse();
    }

    @GET
    @Path("/turns")
    public Page<TurnView> list(String conversation, @RestQuery String limit, @RestQuery String cursor) {
        ConversationId id = PathId.conversation(conversation);
        PageRequest page = PageRequest.of(limit, cursor, "turns", id);
        conversations.get(TENANT, id);
        List<TurnView> rows = turns.ofConversation(TENANT, id, page).stream()
                .map(TurnView::of)
                .toList();
        return Page.of(rows, page, last -> List.of(Integer.toString(last.sequence())));
    }

    private BatchResult record(ConversationId conversation, List<JsonNode> items, String path) {
        List<Result> results = new ArrayList<>(items.size());
        List<RecordTurn.Sent> readable = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            String id =
                    item != null && item.path("id").isTextual() ? item.get("id").textValue() : null;
            try {
                readable.add(read(item, id));
                results.add(null); // its outcome comes below, in the same order
            } catch (DomainProblem problem) {
                results.add(refused(id, problem, path));
            }
        }
        var outcomes = recordTurn.record(TENANT, conversation, readable).iterator();
        var sent = readable.iterator();
        results.replaceAll(result -> result == null ? result(sent.next(), outcomes.next(), path) : result);
        return new BatchResult(results);
    }

    private RecordTurn.Sent read(JsonNode item, String id) {
        if (item == null || !item.isObject()) {
            throw new InvalidRequest("turns", "Each of turns must be an object");
        }
        UUID turn = PathId.made("id", id);
        try {
            ObjectNode said = ((ObjectNode) item).deepCopy();
            said.remove("id");
            return new RecordTurn.Sent(new TurnId(turn), json.treeToValue(said, NewTurn.class));
        } catch (JsonProcessingException e) {
            throw UnreadableBody.problem(e);
        }
    }

    private static Result result(RecordTurn.Sent sent, Outcome outcome, String path) {
        String id = sent.id().toString();
        return switch (outcome) {
            case Recorded(Turn turn) -> new Result(id, Status.CREATED.getStatusCode(), TurnView.of(turn), null);
            case Known(Turn turn) -> new Result(id, Status.OK.getStatusCode(), TurnView.of(turn), null);
            case Refused(DomainProblem problem) -> refused(id, problem, path);
        };
    }

    /// Within a batch a refusal is 409 where it is a conflict and 400 otherwise.
    private static Result refused(String id, DomainProblem problem, String path) {
        int status = problem.kind() == DomainProblem.Kind.CONFLICT ? ProblemBody.status(problem.kind()) : BAD_REQUEST;
        return new Result(id, status, null, ProblemBody.of(problem, status, path));
    }

    private static NewTurn present(NewTurn said) {
        if (said == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        return said;
    }
}
