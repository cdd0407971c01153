package dev.parlance.conversation.turn;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.conversation.conversation.PathId;
import dev.parlance.conversation.turn.TranscribeTurn.Outcome;
import dev.parlance.kit.outbox.TraceParent;
import dev.parlance.kit.pipeline.Admitted;
import dev.parlance.kit.problem.InvalidRequest;
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

/// What was heard in a turn that began as sound.
@Path("/v1/conversations/{conversation}/turns/{turn}/transcript")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TranscriptResource {
    private final TranscribeTurn transcribeTurn;

    TranscriptResource(TranscribeTurn transcribeTurn) {
        this.transcribeTurn = transcribeTurn;
    }

    @Admitted
    @PUT
    @APIResponseSchema(value = TurnView.class, responseCode = "201")
    public RestResponse<TurnView> put(
            String conversation,
            String turn,
            NewTranscript body,
            @Parameter(hidden = true) @RestHeader(TraceParent.HEADER) String trace) {
        if (body == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        ConversationId its = PathId.conversation(conversation);
        Outcome outcome = transcribeTurn.transcribe(
                Learner.DEFAULT_TENANT, its, PathId.turn(turn).orElseThrow(() -> new UnknownTurn(turn)), body, trace);
        return RestResponse.status(outcome.first() ? Status.CREATED : Status.OK, outcome.turn());
    }
}
