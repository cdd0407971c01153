package dev.parlance.conversation.audio;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.audio.OfferUpload.Offer;
import dev.parlance.conversation.audio.StoreSound.Outcome;
import dev.parlance.conversation.audio.StoreSound.Sound;
import dev.parlance.conversation.conversation.PathId;
import dev.parlance.conversation.turn.UnknownTurn;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/// The sound of turns on its way in.
@Path("/v1/conversations/{conversation}/turns/{turn}/audio")
@Produces(MediaType.APPLICATION_JSON)
class AudioResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final OfferUpload offerUpload;
    private final SettleUpload settleUpload;
    private final CheckUpload checkUpload;
    private final StoreSound storeSound;
    private final Audios audios;
    private final AudioConfig config;

    AudioResource(
            OfferUpload offerUpload,
            SettleUpload settleUpload,
            CheckUpload checkUpload,
            StoreSound storeSound,
            Audios audios,
            AudioConfig config) {
        this.offerUpload = offerUpload;
        this.settleUpload = settleUpload;
        this.checkUpload = checkUpload;
        this.storeSound = storeSound;
        this.audios = audios;
        this.config = config;
    }

    /// What to send to S3.
    ///
    /// @param headers to be sent with exactly these values
    record UploadView(String method, URI url, Map<String, String> headers, Instant expiresAt, String key) {}

    /// @param key        that was given for the upload; left out: the last one
    /// @param durationMs of the sound; compared with what its container says, if it says so
    record Uploaded(String key, Integer durationMs) {}

    record Sides(List<AudioView> items) {}

    @POST
    @Path("/{side}:upload")
    @Consumes(MediaType.APPLICATION_JSON)
    public UploadView upload(String conversation, String turn, String side, NewUpload body) {
        if (body == null) {
            throw new InvalidRequest(null, "The body is missing");
        }
        Offer offer = offerUpload.offer(place(conversation, turn, side), body);
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
    public AudioView uploaded(String conversation, String turn, String side, Uploaded body) {
        Uploaded sent = body == null ? new Uploaded(null, null) : body;
        checkDuration(sent.durationMs());
        Audio told = settleUpload.told(place(conversation, turn, side), sent.key(), sent.durationMs());
        return AudioView.of(told.state() == AudioState.AVAILABLE ? told : checkUpload.check(told));
    }

    /// The bytes themselves, for clients that do not speak to S3.
    @PUT
    @Path("/{side}")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = AudioView.class, responseCode = "201")
    public RestResponse<AudioView> put(
            String conversation,
            String turn,
            String side,
            @RestHeader("Content-Type") String contentType,
            @RestHeader("Content-Length") Long length,
            @RestQuery String durationMs,
            InputStream bytes) {
        if (length == null || length < 1) {
            throw new InvalidRequest("Content-Length", "The length of the sound must be stated and positive");
        }
        if (length > config.maxBytes()) {
            throw new AudioTooLarge(config.maxBytes());
        }
        var sound = new Sound(NewUpload.format(contentType), length, duration(durationMs), bytes);
        Outcome outcome = storeSound.store(place(conversation, turn, side), sound);
        return RestResponse.status(outcome.fresh() ? Status.CREATED : Status.OK, AudioView.of(outcome.audio()));
    }

    /// How far the sound of both sides has come.
    @GET
    public Sides list(String conversation, String turn) {
        ConversationId its = PathId.conversation(conversation);
        return new Sides(SoundsOfTurn.of(audios, TENANT, its, turnId(turn)));
    }

    static Place place(String conversation, String turn, String side) {
        return new Place(
                TENANT,
                PathId.conversation(conversation),
                turnId(turn),
                Side.of(side).orElseThrow(() -> new NotFound("A turn has the sides learner and reply")));
    }

    private static TurnId turnId(String turn) {
        return PathId.turn(turn).orElseThrow(() -> new UnknownTurn(turn));
    }

    private static Integer duration(String text) {
        try {
            Integer millis = text == null ? null : Integer.valueOf(text);
            checkDuration(millis);
            return millis;
        } catch (NumberFormatException e) {
            throw new InvalidRequest("durationMs", "durationMs must be a number of milliseconds");
        }
    }

    private static void checkDuration(Integer durationMs) {
        if (durationMs != null && durationMs < 0) {
            throw new InvalidRequest("durationMs", "durationMs must not be negative");
        }
    }
}
