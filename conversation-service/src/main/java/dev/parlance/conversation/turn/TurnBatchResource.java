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
import dev.parlance.conversation.conversation.UnknownConversation;
import dev.parlance.conversation.idempotency.Answers;
import dev.parlance.conversation.idempotency.Answers.Answer;
import dev.parlance.conversation.turn.Outcome.Known;
import dev.parlance.conversation.turn.Outcome.Recorded;
import dev.parlance.conversation.turn.Outcome.Refused;
import dev.parlance.conversation.turn.RecordTurn.Said;
import dev.parlance.kit.outbox.TraceParent;
import dev.parlance.kit.pipeline.Admitted;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.ProblemBody;
import dev.parlance.kit.problem.UnreadableBody;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Many turns of a conversation over HTTP at once; a bad one spoils no good one.
@Path("/v1/conversations/{conversation}/turns:batch")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TurnBatchResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final int MOST_IN_A_BATCH = 500;
    private static final int MULTI_STATUS = 207;
    private static final int BAD_REQUEST = 400;

    private final TurnWriters writers;
    private final RecordTurn recordTurn;
    private final Conversations conversations;
    private final Answers answers;
    private final ObjectMapper json;
    private final Clock clock;

    TurnBatchResource(
            TurnWriters writers,
            RecordTurn recordTurn,
            Conversations conversations,
            Answers answers,
            ObjectMapper json,
            Clock clock) {
        this.writers = writers;
        this.recordTurn = recordTurn;
        this.conversations = conversations;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    /// @param turns each a turn with its `id`
    record Batch(List<JsonNode> turns) {}

    /// @param results one for each turn that was sent, in order
    record BatchResult(List<Result> results) {}

    /// @param id as it was sent
    record Result(String id, int status, TurnView turn, ProblemBody problem) {}

    @Admitted
    @POST
    @APIResponseSchema(value = BatchResult.class, responseCode = "207")
    public RestResponse<String> post(
            String conversation,
            Batch batch,
            @RestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String trace,
            @Context UriInfo uri) {
        if (batch == null || batch.turns() == null) {
            throw new InvalidRequest("turns", "turns is missing");
        }
        if (batch.turns().size() > MOST_IN_A_BATCH) {
            throw new InvalidRequest("turns", "A batch holds at most 500 turns", MOST_IN_A_BATCH);
        }
        ConversationId id = PathId.conversation(conversation);
        String path = uri.getPath();
        if (key == null) {
            return answers.written(multiStatus(record(id, batch.turns(), path, trace, this::together)))
                    .asResponse();
        }
        // The answer is kept in the transaction of its effect, which therefore is not shared with others.
        return answers.once(
                        TENANT,
                        path,
                        key,
                        batch,
                        () -> multiStatus(record(id, batch.turns(), path, trace, this::alone)))
                .asResponse();
    }

    private List<Outcome> together(Said said) {
        return Uni.createFrom()
                .completionStage(() -> writers.write(said))
                .await()
                .indefinitely();
    }

    private List<Outcome> alone(Said said) {
        return recordTurn.record(List.of(said)).getFirst();
    }

    private BatchResult record(
            ConversationId conversation,
            List<JsonNode> items,
            String path,
            String trace,
            Function<Said, List<Outcome>> write) {
        List<Result> results = new ArrayList<>(items.size());
        List<NewTurn.Sent> readable = new ArrayList<>(items.size());
        Instant now = clock.instant();
        for (JsonNode item : items) {
            String id =
                    item != null && item.path("id").isTextual() ? item.get("id").textValue() : null;
            try {
                readable.add(read(item, id, now));
                results.add(null); // its outcome comes below, in the same order
            } catch (DomainProblem problem) {
                results.add(refused(id, problem, path));
            }
        }
        Iterator<Outcome> outcomes = outcomes(new Said(TENANT, conversation, readable, trace), write);
        Iterator<NewTurn.Sent> sent = readable.iterator();
        results.replaceAll(result -> result == null ? result(sent.next(), outcomes.next(), path) : result);
        return new BatchResult(results);
    }

    /// @throws UnknownConversation for the batch as a whole: none of its turns would have a place
    private Iterator<Outcome> outcomes(Said said, Function<Said, List<Outcome>> write) {
        if (said.turns().isEmpty()) {
            // Nothing is to be written; whether there is such a conversation is all that is left to say.
            conversations.get(TENANT, said.conversation());
            return Collections.emptyIterator();
        }
        List<Outcome> outcomes = write.apply(said);
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Refused(UnknownConversation nowhere)) {
                throw nowhere;
            }
        }
        return outcomes.iterator();
    }

    private NewTurn.Sent read(JsonNode item, String id, Instant now) {
        if (item == null || !item.isObject()) {
            throw new InvalidRequest("turns", "Each of turns must be an object");
        }
        TurnId turn = new TurnId(PathId.made("id", id));
        try {
            ObjectNode said = json.createObjectNode().setAll((ObjectNode) item);
            said.remove("id");
            return json.treeToValue(said, NewTurn.class).sentAs(turn, now);
        } catch (JsonProcessingException e) {
            throw UnreadableBody.problem(e);
        }
    }

    private static Result result(NewTurn.Sent sent, Outcome outcome, String path) {
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

    private static Answer multiStatus(BatchResult result) {
        return new Answer(MULTI_STATUS, null, result);
    }
}
