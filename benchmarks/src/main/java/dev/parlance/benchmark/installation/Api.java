package dev.parlance.benchmark.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The public calls of the three services, by their addresses.
public record Api(String conversation, String analysis, String summary) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /// The status of the answer; the body goes unread.
    public int put(String path, JsonNode body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    /// The same by POST.
    public int post(String path, JsonNode body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    private int send(String method, String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = request(conversation + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    /// The whole of a list, page by page.
    public List<JsonNode> all(String url) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String page = url + (url.contains("?") ? "&" : "?") + "limit=200";
        JsonNode answer = get(page);
        answer.get("items").forEach(items::add);
        while (!answer.get("nextCursor").isNull()) {
            answer = get(page + "&cursor=" + encoded(answer.get("nextCursor").asText()));
            answer.get("items").forEach(items::add);
        }
        return items;
    }

    public List<JsonNode> days(String learner) throws InterruptedException {
        return all("%s/v1/learners/%s/days".formatted(summary, encoded(learner)));
    }

    public List<JsonNode> vocabulary(String learner) throws InterruptedException {
        return all("%s/v1/learners/%s/vocabulary?sort=alphabetical".formatted(analysis, encoded(learner)));
    }

    private static JsonNode get(String url) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request(url).GET().build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw Failure.failed("GET %s was answered by status %d.".formatted(url, answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw Failure.failed("GET %s was not answered (%s).".formatted(url, e));
        }
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
