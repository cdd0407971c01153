package dev.parlance.platform.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The public calls of the three services. Each throws [ClientFailure] if there is no response.
///
/// @param conversationUrl base URL of a conversation-service
public record ParlanceApi(String conversationUrl, String analysisUrl, String summaryUrl) {
    private static final JsonHttpClient HTTP = new JsonHttpClient(Duration.ofSeconds(30), Duration.ofSeconds(120));

    /// @param path of conversation-service
    public HttpResult put(String path, String body) {
        return send(JsonHttpClient.request("PUT", conversationUrl + path, body));
    }

    public HttpResult post(String url, String body) {
        return send(JsonHttpClient.request("POST", url, body));
    }

    public HttpResult get(String url) {
        return send(JsonHttpClient.request("GET", url, ""));
    }

    public static HttpResult send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request);
        } catch (IOException e) {
            HttpRequest sent = request.build();
            throw new ClientFailure("%s %s was not answered (%s).".formatted(sent.method(), sent.uri(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Stopped.");
        }
    }

    /// All pages of a list.
    ///
    /// @throws ClientFailure if a page is not answered by 200
    public List<JsonNode> listAll(String url) {
        List<JsonNode> items = new ArrayList<>();
        String page = url + (url.contains("?") ? "&" : "?") + "limit=200";
        JsonNode answer = get(page).requireStatus(200).json();
        answer.get("items").forEach(items::add);
        while (!answer.get("nextCursor").isNull()) {
            answer = get(page + "&cursor=" + urlEncode(answer.get("nextCursor").asText()))
                    .requireStatus(200)
                    .json();
            answer.get("items").forEach(items::add);
        }
        return items;
    }

    public List<JsonNode> days(String learner) {
        return listAll("%s/v1/learners/%s/days".formatted(summaryUrl, urlEncode(learner)));
    }

    public List<JsonNode> vocabulary(String learner) {
        return listAll("%s/v1/learners/%s/vocabulary?sort=alphabetical".formatted(analysisUrl, urlEncode(learner)));
    }

    private static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
