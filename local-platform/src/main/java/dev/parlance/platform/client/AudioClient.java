package dev.parlance.platform.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// Uploads and downloads the learner's audio of turns. Each request is sent once; if there is no response, the result
/// has status 0.
public final class AudioClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final JsonHttpClient http;
    private final Supplier<String> service;

    /// @param service base URL of a conversation-service, called for each request
    public AudioClient(Supplier<String> service, Duration requestTimeout) {
        this.service = service;
        this.http = new JsonHttpClient(CONNECT_TIMEOUT, requestTimeout);
    }

    /// A turn in a conversation of its own.
    public record AudioTurn(UUID conversation, UUID turn) {
        public static AudioTurn random() {
            return new AudioTurn(UUID.randomUUID(), UUID.randomUUID());
        }

        public String path() {
            return "/v1/conversations/%s/turns/%s".formatted(conversation, turn);
        }
    }

    /// Starts the conversation, then puts the turn, which has audio and no text yet.
    ///
    /// @return the response to the turn, or that to the conversation if it failed
    public HttpResult putTurn(AudioTurn turn, String learner) {
        HttpResult conversation = sendJson(
                "PUT", "/v1/conversations/" + turn.conversation(), "{\"learnerId\": \"%s\"}".formatted(learner));
        return conversation.isSuccess() ? sendJson("PUT", turn.path(), "{\"audio\": [\"learner\"]}") : conversation;
    }

    public HttpResult requestUpload(AudioTurn turn, String contentType, long size, String sha256) {
        return sendJson(
                "POST",
                turn.path() + "/audio/learner:upload",
                "{\"contentType\": \"%s\", \"sizeBytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(contentType, size, sha256));
    }

    public HttpResult requestUpload(AudioTurn turn, Wav audio) {
        return requestUpload(turn, "audio/wav", audio.bytes().length, audio.sha256());
    }

    /// Puts the bytes to the presigned URL of a response to `requestUpload`.
    public HttpResult upload(JsonNode offer, byte[] bytes) {
        return upload(offer, offer.path("url").asText(), bytes);
    }

    /// The same to another URL.
    public HttpResult upload(JsonNode offer, String url, byte[] bytes) {
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
        for (Map.Entry<String, JsonNode> header : offer.path("headers").properties()) {
            request.header(header.getKey(), header.getValue().asText());
        }
        return send(request);
    }

    /// @param key from the offer; null for the latest offer
    public HttpResult completeUpload(AudioTurn turn, String key) {
        String body = key == null ? "{}" : "{\"key\": \"%s\"}".formatted(key);
        return sendJson("POST", turn.path() + "/audio/learner:uploaded", body);
    }

    public HttpResult putAudio(AudioTurn turn, byte[] bytes) {
        return putAudio(turn, "audio/wav", BodyPublishers.ofByteArray(bytes));
    }

    public HttpResult putAudio(AudioTurn turn, String contentType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(URI.create(service.get() + turn.path() + "/audio/learner"))
                .header("Content-Type", contentType)
                .PUT(body));
    }

    /// The bytes from the service itself, without a redirect to S3.
    public HttpResult getAudio(AudioTurn turn) {
        return get(turn.path() + "/audio/learner?redirect=false");
    }

    /// The state of the upload, or the status and problem if it cannot be read.
    public String uploadState(AudioTurn turn) {
        HttpResult sides = get(turn.path() + "/audio");
        return sides.json().path("items").path(0).path("state").asText(sides.toString());
    }

    private HttpResult get(String path) {
        return send(HttpRequest.newBuilder(URI.create(service.get() + path)));
    }

    public HttpResult sendJson(String method, String path, String body) {
        return send(JsonHttpClient.request(method, service.get() + path, body));
    }

    private HttpResult send(HttpRequest.Builder request) {
        try {
            return http.send(request);
        } catch (IOException e) {
            return HttpResult.NO_RESPONSE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Stopped.");
        }
    }
}
