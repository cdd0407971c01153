package dev.parlance.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Asks the analysis-service what it finds in a text.
public final class AnalyzeText {
    private final Target service;

    public AnalyzeText(Target service) {
        this.service = service;
    }

    /// @param language BCP 47; null to have it detected
    public JsonNode analyze(String language, String text) throws InterruptedException {
        ObjectNode body = Target.JSON.createObjectNode().put("text", text);
        if (language != null) {
            body.put("language", language);
        }
        return service.accepted(service.post("/v1/analyze", body));
    }
}
