package dev.parlance.conversation.dialogue.http;

import org.jboss.resteasy.reactive.RestResponse;

/// A response with its body as it is sent, and as it is stored for an `Idempotency-Key`.
///
/// @param location the header of this name, or null
/// @param json     the body
public record SerializedResponse(int status, String location, String json) {
    public RestResponse<String> toRestResponse() {
        var response = RestResponse.ResponseBuilder.<String>create(status).entity(json);
        if (location != null) {
            response.header("Location", location);
        }
        return response.build();
    }
}
