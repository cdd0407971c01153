package dev.parlance.platform.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Sends each request once over HTTP/1.1 and keeps its connections. Callers decide whether to send it again.
public final class JsonHttpClient {
    private final HttpClient client;
    private final Duration requestTimeout;

    public JsonHttpClient(Duration connectTimeout, Duration requestTimeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        this.requestTimeout = requestTimeout;
    }

    public HttpResult get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /// @param json the body; none if empty
    public HttpResult send(String method, String url, String json) throws IOException, InterruptedException {
        return send(request(method, url, json));
    }

    /// @param request gets this client's timeout
    public HttpResult send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request.timeout(requestTimeout).build());
    }

    public HttpResult send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        return new HttpResult(
                request.method() + " " + request.uri(), response.statusCode(), response.body(), response.headers());
    }

    /// For health checks: 0 if there is no response.
    public int status(String url) {
        try {
            return get(url).status();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public static HttpRequest.Builder request(String method, String url, String json) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }
}
