package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.Audio;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.AudioState;
import dev.parlance.conversation.audio.recording.Audios;
import dev.parlance.conversation.audio.recording.Sha256;
import dev.parlance.conversation.audio.recording.TurnAudio;
import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.conversation.audio.recording.UnknownAudio;
import dev.parlance.conversation.audio.storage.ByteRange;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.transfer.ClientPermits.Permit;
import dev.parlance.conversation.audio.transfer.RangeHeader.RequestedRange;
import dev.parlance.kit.read.ReadLimit;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/// Downloads of turns' audio: a redirect to a signed URL, or the bytes.
@Path("/v1/conversations/{conversation}/turns/{turn}/audio")
class AudioDownloadResource {
    private static final int STATUS_RANGE_NOT_SATISFIABLE = 416;

    private final Audios audios;
    private final ObjectStore store;
    private final AudioStreamLimit streamLimit;
    private final ReadLimit reads;
    private final AudioConfig config;

    AudioDownloadResource(
            Audios audios, ObjectStore store, AudioStreamLimit streamLimit, ReadLimit reads, AudioConfig config) {
        this.audios = audios;
        this.store = store;
        this.streamLimit = streamLimit;
        this.reads = reads;
        this.config = config;
    }

    /// @param redirect false for the bytes, also in part (`Range`)
    @GET
    @Path("/{side}")
    @APIResponse(
            responseCode = "302",
            description = "where the bytes are, for some minutes",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "the bytes, with redirect=false",
            content = @Content(mediaType = "audio/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "some of the bytes, with redirect=false and Range",
            content = @Content(mediaType = "audio/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            String conversation,
            String turn,
            String side,
            @RestQuery Boolean redirect,
            @RestHeader("Range") String range,
            @Context HttpServerRequest request) {
        TurnSide turnSide = AudioResource.turnSide(conversation, turn, side);
        Audio audio = reads.call(() -> findAvailable(turnSide));
        if (Boolean.FALSE.equals(redirect)) {
            return bytes(turnSide, audio, RangeHeader.parse(range, audio.sizeBytes()), request);
        }
        return Response.status(Response.Status.FOUND)
                .location(store.signedGet(audio.key(), audio.contentType(), config.urlValidity())
                        .url())
                .header("Cache-Control", "no-store")
                .build();
    }

    private Audio findAvailable(TurnSide turnSide) {
        Optional<Audio> current = TurnAudio.findCurrent(audios.findBySide(turnSide), turnSide.side());
        return current.filter(audio -> audio.state() == AudioState.AVAILABLE)
                .orElseThrow(() -> new UnknownAudio(
                        turnSide, current.map(audio -> audio.state().wireName()).orElse("none was uploaded")));
    }

    private Response bytes(TurnSide turnSide, Audio audio, RequestedRange requested, HttpServerRequest request) {
        return switch (requested) {
            case RequestedRange.Whole _ ->
                answer(turnSide, audio, 200, new ByteRange(0, audio.sizeBytes() - 1), request);
            case RequestedRange.Part(ByteRange part) -> answer(turnSide, audio, 206, part, request);
            case RequestedRange.Unsatisfiable _ ->
                throw new ClientErrorException(Response.status(STATUS_RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", "bytes */" + audio.sizeBytes())
                        .build());
        };
    }

    /// The answer to HEAD opens no object: nobody would close it.
    private Response answer(TurnSide turnSide, Audio audio, int status, ByteRange range, HttpServerRequest request) {
        Response.ResponseBuilder answer = Response.status(status)
                .type(audio.contentType())
                .header("Content-Length", range.length())
                .header("Accept-Ranges", "bytes")
                .header("ETag", "\"" + Sha256.toHex(audio.sha256()) + "\"");
        if (status == 206) {
            answer.header("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), audio.sizeBytes()));
        }
        return request.method().equals(HttpMethod.HEAD)
                ? answer.build()
                : answer.entity(openStream(turnSide, audio, range, AudioResource.clientAddress(request)))
                        .build();
    }

    /// S3 is called before the first byte of the answer, so that its failure still sets the status.
    private StreamingOutput openStream(TurnSide turnSide, Audio audio, ByteRange range, String client) {
        Permit permit = streamLimit.acquireDownload(client);
        try {
            InputStream bytes = store.get(audio.key(), range)
                    .orElseThrow(() -> new UnknownAudio(turnSide, "its object is missing"));
            return out -> copyAndClose(bytes, out, permit);
        } catch (RuntimeException e) {
            permit.close();
            throw e;
        }
    }

    private static void copyAndClose(InputStream bytes, OutputStream out, Permit permit) throws IOException {
        try (permit;
                bytes) {
            bytes.transferTo(out);
        }
    }
}
