package dev.parlance.cli.transcript;

import com.fasterxml.jackson.databind.JsonNode;

/// What a service said.
record Answer(int status, JsonNode body) {
    boolean accepted() {
        return status >= 200 && status < 300;
    }

    boolean created() {
        return status == 201;
    }

    /// Why something was refused, in the service's own words.
    String reason() {
        String field = body.path("field").asText("");
        String detail = body.path("detail").asText(body.path("title").asText("status " + status));
        return field.isEmpty() || detail.contains(field) ? detail : field + ": " + detail;
    }
}
