package dev.parlance.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Reads any JSON, and answers what cannot be written.
@Path("/test/json")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JsonTestResource {
    record Read(boolean isObject) {}

    @POST
    public Read read(JsonNode body) {
        return new Read(body.isObject());
    }

    /// On the thread of the connection, as a turn is read.
    @POST
    @Path("/async")
    public Uni<Read> readAsync(JsonNode body) {
        return Uni.createFrom().item(new Read(body.isObject()));
    }

    @GET
    public Unwritable unwritable() {
        return new Unwritable();
    }

    /// Has no value to be written.
    public static final class Unwritable {
        @SuppressWarnings("DoNotCallSuggester") // the writer of the answer calls it
        public String getValue() {
            throw new IllegalStateException("there is no value");
        }
    }
}
