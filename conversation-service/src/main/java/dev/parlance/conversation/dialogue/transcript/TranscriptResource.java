package dev.parlance.conversation.dialogue.transcript;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.conversation.dialogue.transcript.RecordTranscript.TranscriptOutcome;
import dev.parlance.conversation.dialogue.turn.TurnView;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.admission.RequiresAdmission;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.trace.TraceParent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// The transcript of a turn over HTTP.
@Path("/v1/conversations/{conversation}/turns/{turn}/transcript")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TranscriptResource {
    private final RecordTranscript recordTranscript;

    TranscriptResource(RecordTranscript recordTranscript) {
        this.recordTranscript = recordTranscript;
    }

    @RequiresAdmission
    @PUT
    @APIResponseSchema(value = TurnView.class, responseCode = "201")
    public RestResponse<TurnView> put(
            String conversation,
            String turn,
            NewTranscript body,
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String traceparent) {
        if (body == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        ConversationId conversationId = PathId.conversationId(conversation);
        TurnId turnId = PathId.turnId(turn).orElseThrow(() -> new UnknownTurn(turn));
        TranscriptOutcome outcome =
                recordTranscript.record(Learner.DEFAULT_TENANT, conversationId, turnId, body, traceparent);
        return RestResponse.status(outcome.isFirst() ? Status.CREATED : Status.OK, outcome.turn());
    }
}
