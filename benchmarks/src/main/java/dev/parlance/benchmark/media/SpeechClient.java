package dev.parlance.benchmark.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.platform.client.JsonHttpClient;
import dev.parlance.platform.client.ParlanceApi;
import java.net.URI;
import java.net.http.HttpRequest;

/// Requests speech and downloads it.
final class SpeechClient {
    /// @param service base URL of a conversation-service
    JsonNode synthesize(String service, String text) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("language", "en")
                .put("format", "mp3")
                .toString();
        return ParlanceApi.send(JsonHttpClient.request("POST", service + "/v1/speech", body))
                .requireStatus(200)
                .json();
    }

    /// @return the size in bytes
    int download(String url) {
        return ParlanceApi.send(HttpRequest.newBuilder(URI.create(url)))
                .requireStatus(200)
                .body()
                .length;
    }
}
