package dev.parlance.cli.http;

import com.fasterxml.jackson.databind.JsonNode;

/// What a service said.
public record Answer(int status, JsonNode body) {
    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    public boolean created() {
        return status == 201;
    }

    /// Why something was refused, in the service's own words.
    public String reason() {
        String field = body.path("field").asText("");
        String detail = body.path("detail").asText(body.path("title").asText("status " + status));
        return field.isEmpty() || detail.contains(field) ? detail : field + ": " + detail;
    }
}
