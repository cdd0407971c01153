package dev.parlance.conversation.audio;

import dev.parlance.conversation.audio.Ranges.Asked;
import dev.parlance.conversation.store.ByteRange;
import dev.parlance.conversation.store.ObjectStore;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
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

/// The sound of turns on its way out: a signed address, or the bytes.
@Path("/v1/conversations/{conversation}/turns/{turn}/audio")
class SoundResource {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Audios audios;
    private final ObjectStore store;
    private final Streams streams;
    private final AudioConfig config;

    SoundResource(Audios audios, ObjectStore store, Streams streams, AudioConfig config) {
        this.audios = audios;
        this.store = store;
        this.streams = streams;
        this.config = config;
    }

    /// @param redirect false: the bytes themselves, also in part (`Range`)
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
            @Context Request request) {
        Place place = AudioResource.place(conversation, turn, side);
        Audio audio = there(place);
        if (Boolean.FALSE.equals(redirect)) {
            boolean headOnly = request.getMethod().equals(HttpMethod.HEAD);
            return bytes(place, audio, Ranges.of(range, audio.sizeBytes()), headOnly);
        }
        return Response.status(Response.Status.FOUND)
                .location(store.signedGet(audio.key(), audio.contentType(), config.urlValidity())
                        .url())
                .header("Cache-Control", "no-store")
                .build();
    }

    private Audio there(Place place) {
        Optional<Audio> counts = SoundsOfTurn.counting(audios.ofSide(place), place.side());
        return counts.filter(audio -> audio.state() == AudioState.AVAILABLE)
                .orElseThrow(() -> new UnknownAudio(
                        place, counts.map(audio -> audio.state().wire()).orElse("none was uploaded")));
    }

    private Response bytes(Place place, Audio audio, Asked asked, boolean headOnly) {
        return switch (asked) {
            case Asked.All _ -> answer(place, audio, 200, new ByteRange(0, audio.sizeBytes() - 1), headOnly);
            case Asked.Part(ByteRange part) -> answer(place, audio, 206, part, headOnly);
            case Asked.Beyond _ ->
                throw new ClientErrorException(Response.status(RANGE_NOT_SATISFIABLE)
                        .header("Content-Range", "bytes */" + audio.sizeBytes())
                        .build());
        };
    }

    /// Of an answer without bytes nobody would close any: S3 is not asked for them.
    private Response answer(Place place, Audio audio, int status, ByteRange range, boolean headOnly) {
        Response.ResponseBuilder answer = Response.status(status)
                .type(audio.contentType())
                .header("Content-Length", range.length())
                .header("Accept-Ranges", "bytes")
                .header("ETag", "\"" + Sha256.text(audio.sha256()) + "\"");
        if (status == 206) {
            answer.header("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), audio.sizeBytes()));
        }
        return (headOnly ? answer : answer.entity(opened(place, audio, range))).build();
    }

    /// S3 is asked before the first byte of the answer, so that what it refuses still has a status.
    private StreamingOutput opened(Place place, Audio audio, ByteRange range) {
        streams.take();
        try {
            InputStream bytes =
                    store.get(audio.key(), range).orElseThrow(() -> new UnknownAudio(place, "its object is missing"));
            return out -> pass(bytes, out);
        } catch (RuntimeException e) {
            streams.giveBack();
            throw e;
        }
    }

    private void pass(InputStream bytes, OutputStream out) throws IOException {
        try (bytes) {
            bytes.transferTo(out);
        } finally {
            streams.giveBack();
        }
    }
}
