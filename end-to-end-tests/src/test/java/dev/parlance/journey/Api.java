package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The public calls of the three services.
record Api(String conversation, String analysis, String summary) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    /// @param body missing where there was none
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        Answer is(int expected) {
            assertThat(status)
                    .as("%s %s: %s", raw.request().method(), raw.uri(), raw.body())
                    .isEqualTo(expected);
            return this;
        }
    }

    Answer put(String path, String body) {
        return send(request(conversation + path).PUT(BodyPublishers.ofString(body)));
    }

    /// The same by a client that would rather wait for what is found in it.
    Answer putAndWait(String path, String body) {
        return send(request(conversation + path).header("Prefer", "wait=5").PUT(BodyPublishers.ofString(body)));
    }

    Answer post(String url, String body) {
        return send(request(url).POST(BodyPublishers.ofString(body)));
    }

    Answer get(String url) {
        return send(request(url).GET());
    }

    /// What an address shows, as text.
    String text(String url) {
        try {
            return HTTP.send(request(url).GET().build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The whole of a list, page by page.
    List<JsonNode> all(String url) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get(url + (url.contains("?") ? "&" : "?") + "limit=200" + cursor)
                    .is(200);
            page.body().get("items").forEach(items::add);
            JsonNode next = page.body().get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        return items;
    }

    List<JsonNode> days(String learner) {
        return all(summary + "/v1/learners/" + learner + "/days");
    }

    List<JsonNode> vocabulary(String learner) {
        return all(analysis + "/v1/learners/" + learner + "/vocabulary?sort=alphabetical");
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(120))
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), body, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
