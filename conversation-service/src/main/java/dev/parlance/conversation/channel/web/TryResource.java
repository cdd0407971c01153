package dev.parlance.conversation.channel.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/// Redirects to the page for trying a conversation, a static file under `/try/`.
@Path("/try")
class TryResource {
    @GET
    @Operation(hidden = true)
    public RestResponse<Void> page() {
        return RestResponse.seeOther(URI.create("/try/"));
    }
}
