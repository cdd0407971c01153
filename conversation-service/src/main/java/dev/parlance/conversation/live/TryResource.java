package dev.parlance.conversation.live;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/// The page on which a person tries a conversation lies under `/try/`, among the static files.
@Path("/try")
class TryResource {
    @GET
    @Operation(hidden = true)
    public RestResponse<Void> page() {
        return RestResponse.seeOther(URI.create("/try/"));
    }
}
