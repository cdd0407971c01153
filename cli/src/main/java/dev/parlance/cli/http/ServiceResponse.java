package dev.parlance.cli.http;

import com.fasterxml.jackson.databind.JsonNode;

/// The response of a service.
///
/// @param body missing if it is not JSON
public record ServiceResponse(int status, JsonNode body) {
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public boolean isCreated() {
        return status == 201;
    }

    /// The reason of a refusal, as the service words it.
    public String reason() {
        String field = body.path("field").asText("");
        String detail = body.path("detail").asText(body.path("title").asText("status " + status));
        return field.isEmpty() || detail.contains(field) ? detail : field + ": " + detail;
    }
}
