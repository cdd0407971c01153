package dev.parlance.conversation.audio.transfer;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.audio.recording.Audio;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.AudioState;
import dev.parlance.conversation.audio.recording.AudioView;
import dev.parlance.conversation.audio.recording.Audios;
import dev.parlance.conversation.audio.recording.Side;
import dev.parlance.conversation.audio.recording.TurnAudio;
import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.conversation.audio.transfer.OfferUpload.Offer;
import dev.parlance.conversation.audio.transfer.StoreAudio.IncomingAudio;
import dev.parlance.conversation.audio.transfer.StoreAudio.StoreResult;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.conversation.dialogue.http.RequestChecks;
import dev.parlance.conversation.dialogue.turn.SpokenTurns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.read.LimitedRead;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// Uploads of turns' audio.
@Path("/v1/conversations/{conversation}/turns/{turn}/audio")
@Produces(MediaType.APPLICATION_JSON)
class AudioResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final OfferUpload offerUpload;
    private final SettleUpload settleUpload;
    private final CheckUpload checkUpload;
    private final StoreAudio storeAudio;
    private final SpokenTurns turns;
    private final Audios audios;
    private final AudioConfig config;

    AudioResource(
            OfferUpload offerUpload,
            SettleUpload settleUpload,
            CheckUpload checkUpload,
            StoreAudio storeAudio,
            SpokenTurns turns,
            Audios audios,
            AudioConfig config) {
        this.offerUpload = offerUpload;
        this.settleUpload = settleUpload;
        this.checkUpload = checkUpload;
        this.storeAudio = storeAudio;
        this.turns = turns;
        this.audios = audios;
        this.config = config;
    }

    /// The request to send to S3.
    ///
    /// @param headers to be sent with exactly these values
    record UploadView(String method, URI url, Map<String, String> headers, Instant expiresAt, String key) {}

    /// @param key        of the upload; by default the last one
    /// @param durationMs compared with the duration that the container states, if it states one
    @Schema(name = "Uploaded")
    record UploadReport(String key, Integer durationMs) {}

    record Sides(List<AudioView> items) {}

    @POST
    @Path("/{side}:upload")
    @Consumes(MediaType.APPLICATION_JSON)
    public UploadView upload(String conversation, String turn, String side, NewUpload body) {
        if (body == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        Offer offer = offerUpload.offer(turnSide(conversation, turn, side), body);
        return new UploadView(
                offer.request().method(),
                offer.request().url(),
                offer.request().headers(),
                offer.request().expiresAt(),
                offer.key());
    }

    @POST
    @Path("/{side}:uploaded")
    @Consumes(MediaType.APPLICATION_JSON)
    public AudioView uploaded(String conversation, String turn, String side, UploadReport body) {
        UploadReport report = body == null ? new UploadReport(null, null) : body;
        RequestChecks.checkDuration(report.durationMs());
        Audio upload =
                settleUpload.reportUploaded(turnSide(conversation, turn, side), report.key(), report.durationMs());
        return AudioView.of(upload.state() == AudioState.AVAILABLE ? upload : checkUpload.checkForClient(upload));
    }

    /// Uploads the bytes through this service, for clients that cannot reach S3.
    @PUT
    @Path("/{side}")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = AudioView.class, responseCode = "201")
    public RestResponse<AudioView> put(
            String conversation,
            String turn,
            String side,
            @Parameter(hidden = true) @RestHeader("Content-Type") String contentType,
            @Parameter(hidden = true) @RestHeader("Content-Length") Long length,
            @RestQuery String durationMs,
            @Context HttpServerRequest request,
            InputStream bytes)
            throws IOException {
        // Closing reads the body to its end in every case: a client that still sends would not read the error.
        try (bytes) {
            if (length == null || length < 1) {
                throw new InvalidRequest("Content-Length", "The length of the sound must be stated and positive");
            }
            if (length > config.maxBytes()) {
                throw new AudioTooLarge(config.maxBytes());
            }
            var audio = new IncomingAudio(NewUpload.format(contentType), length, parseDuration(durationMs), bytes);
            StoreResult result = storeAudio.store(turnSide(conversation, turn, side), audio, clientAddress(request));
            return RestResponse.status(result.isNew() ? Status.CREATED : Status.OK, AudioView.of(result.audio()));
        }
    }

    /// The state of both sides.
    @GET
    @LimitedRead
    public Sides list(String conversation, String turn) {
        ConversationId conversationId = PathId.conversationId(conversation);
        return new Sides(TurnAudio.list(turns, audios, TENANT, conversationId, turnId(turn)));
    }

    static String clientAddress(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    static TurnSide turnSide(String conversation, String turn, String side) {
        return new TurnSide(
                TENANT,
                PathId.conversationId(conversation),
                turnId(turn),
                Side.of(side).orElseThrow(() -> new NotFound("A turn has the sides learner and reply")));
    }

    private static TurnId turnId(String turn) {
        return PathId.turnId(turn).orElseThrow(() -> new UnknownTurn(turn));
    }

    private static Integer parseDuration(String text) {
        try {
            Integer millis = text == null ? null : Integer.valueOf(text);
            RequestChecks.checkDuration(millis);
            return millis;
        } catch (NumberFormatException e) {
            throw new InvalidRequest("durationMs", "durationMs must be a number of milliseconds");
        }
    }
}
