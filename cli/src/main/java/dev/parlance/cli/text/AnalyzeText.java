package dev.parlance.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.http.ServiceClient;

/// Has analysis-service analyze a text.
public final class AnalyzeText {
    private final ServiceClient service;

    public AnalyzeText(ServiceClient service) {
        this.service = service;
    }

    /// @param language BCP 47; null to have it detected
    public JsonNode analyze(String language, String text) throws InterruptedException {
        ObjectNode body = ServiceClient.JSON.createObjectNode().put("text", text);
        if (language != null) {
            body.put("language", language);
        }
        return service.requireSuccess(service.post("/v1/analyze", body));
    }
}
