package dev.parlance.conversation.dialogue.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.dialogue.conversation.ConversationBusy;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.conversation.dialogue.conversation.UnknownConversation;
import dev.parlance.conversation.dialogue.http.IdempotentResponses;
import dev.parlance.conversation.dialogue.http.ResponseData;
import dev.parlance.conversation.dialogue.ingest.TurnBatch.Item;
import dev.parlance.conversation.dialogue.turn.NewTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn;
import dev.parlance.conversation.dialogue.turn.RecordTurn.TurnSubmission;
import dev.parlance.conversation.dialogue.turn.Turn;
import dev.parlance.conversation.dialogue.turn.TurnOutcome;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Known;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Recorded;
import dev.parlance.conversation.dialogue.turn.TurnOutcome.Refused;
import dev.parlance.conversation.dialogue.turn.TurnView;
import dev.parlance.kit.admission.RequiresAdmission;
import dev.parlance.kit.http.ProblemBody;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Many turns of a conversation in one HTTP request. An invalid turn does not prevent the others.
@Path("/v1/conversations/{conversation}/turns:batch")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TurnBatchResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final int MULTI_STATUS = 207;
    private static final int BAD_REQUEST = 400;

    private final TurnWriters writers;
    private final RecordTurn recordTurn;
    private final Conversations conversations;
    private final IdempotentResponses responses;
    private final TurnBatchReader reader;
    private final Clock clock;

    TurnBatchResource(
            TurnWriters writers,
            RecordTurn recordTurn,
            Conversations conversations,
            IdempotentResponses responses,
            TurnBatchReader reader,
            Clock clock) {
        this.writers = writers;
        this.recordTurn = recordTurn;
        this.conversations = conversations;
        this.responses = responses;
        this.reader = reader;
        this.clock = clock;
    }

    /// The body as OpenAPI describes it; [TurnBatchReader] reads it.
    ///
    /// @param turns each with its `id`
    record Batch(List<JsonNode> turns) {}

    /// @param results one for each turn, in order
    record BatchResult(List<Result> results) {}

    /// @param id as the client sent it
    record Result(String id, int status, TurnView turn, ProblemBody problem) {}

    @RequiresAdmission
    @POST
    @APIResponseSchema(value = BatchResult.class, responseCode = "207")
    public RestResponse<String> post(
            String conversation,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Batch.class)))
                    InputStream body,
            @RestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String traceparent,
            @Context UriInfo uri) {
        TurnBatch batch = reader.read(body, clock.instant(), key != null);
        ConversationId id = PathId.conversationId(conversation);
        String path = uri.getPath();
        if (key == null) {
            return responses
                    .serialize(multiStatus(record(id, batch, path, traceparent, this::recordInGroup)))
                    .toRestResponse();
        }
        // The response is stored in the transaction of its effect, so that other requests cannot share it.
        return responses
                .executeOnceHashed(
                        TENANT,
                        path,
                        key,
                        batch.hash(),
                        () -> multiStatus(record(id, batch, path, traceparent, this::recordAlone)))
                .toRestResponse();
    }

    private List<TurnOutcome> recordInGroup(TurnSubmission submission) {
        return Uni.createFrom()
                .completionStage(() -> writers.write(submission))
                .await()
                .indefinitely();
    }

    private List<TurnOutcome> recordAlone(TurnSubmission submission) {
        return recordTurn.recordAlone(submission);
    }

    private BatchResult record(
            ConversationId conversation,
            TurnBatch batch,
            String path,
            String traceparent,
            Function<TurnSubmission, List<TurnOutcome>> write) {
        Iterator<TurnOutcome> outcomes =
                outcomes(new TurnSubmission(TENANT, conversation, batch.validTurns(), traceparent), write);
        return new BatchResult(batch.items().stream()
                .map(item -> switch (item) {
                    case Item.Valid(NewTurn.SubmittedTurn turn) -> result(turn, outcomes.next(), path);
                    case Item.Invalid(String sentId, DomainProblem problem) -> problemResult(sentId, problem, path);
                })
                .toList());
    }

    /// @throws UnknownConversation for the batch as a whole: none of its turns can be recorded
    /// @throws ConversationBusy    likewise
    private Iterator<TurnOutcome> outcomes(
            TurnSubmission submission, Function<TurnSubmission, List<TurnOutcome>> write) {
        if (submission.turns().isEmpty()) {
            // There is nothing to write; only whether the conversation exists remains to be checked.
            conversations.get(TENANT, submission.conversation());
            return Collections.emptyIterator();
        }
        List<TurnOutcome> outcomes = write.apply(submission);
        for (TurnOutcome outcome : outcomes) {
            if (outcome instanceof Refused(UnknownConversation unknown)) {
                throw unknown;
            }
            if (outcome instanceof Refused(ConversationBusy busy)) {
                throw busy;
            }
        }
        return outcomes.iterator();
    }

    private static Result result(NewTurn.SubmittedTurn sent, TurnOutcome outcome, String path) {
        String id = sent.id().toString();
        return switch (outcome) {
            case Recorded(Turn turn) -> new Result(id, Status.CREATED.getStatusCode(), TurnView.of(turn), null);
            case Known(Turn turn) -> new Result(id, Status.OK.getStatusCode(), TurnView.of(turn), null);
            case Refused(DomainProblem problem) -> problemResult(id, problem, path);
        };
    }

    /// In a batch, a conflict is reported as 409 and any other problem as 400.
    private static Result problemResult(String id, DomainProblem problem, String path) {
        int status = problem.kind() == DomainProblem.Kind.CONFLICT ? ProblemBody.status(problem.kind()) : BAD_REQUEST;
        return new Result(id, status, null, ProblemBody.of(problem, status, path));
    }

    private static ResponseData multiStatus(BatchResult result) {
        return new ResponseData(MULTI_STATUS, null, result);
    }
}
