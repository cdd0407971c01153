package dev.parlance.journey.fault.sound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// What a client app says and sends of sound: one attempt at a time, nothing is tried again here.
public final class SoundClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Supplier<String> service;

    /// @param service the address of a conversation-service, asked for with each request
    public SoundClient(Supplier<String> service) {
        this.service = service;
    }

    /// @param status     0 where nothing came back
    /// @param retryAfter whether the answer says when to come again
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(int status, byte[] body, boolean retryAfter) {
        public JsonNode json() {
            try {
                return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
            } catch (IOException e) {
                return JSON.missingNode();
            }
        }

        /// The last part of the problem's type, or the status.
        public String problem() {
            String type = json().path("type").asText();
            return type.isEmpty() ? Integer.toString(status) : type.substring(type.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return status + " " + problem();
        }
    }

    /// A turn of one side, in a conversation of its own.
    public record Turn(UUID conversation, UUID turn) {
        String path() {
            return "/v1/conversations/%s/turns/%s".formatted(conversation, turn);
        }
    }

    /// A turn that begins as sound alone.
    ///
    /// @return the turn's answer; its conversation was made before
    public Reply say(Turn turn, String learner) {
        Reply made =
                json("PUT", "/v1/conversations/" + turn.conversation(), "{\"learnerId\": \"%s\"}".formatted(learner));
        return made.status() / 100 == 2 ? json("PUT", turn.path(), "{\"audio\": [\"learner\"]}") : made;
    }

    public Reply offer(Turn turn, String contentType, long size, String sha256) {
        return json(
                "POST",
                turn.path() + "/audio/learner:upload",
                "{\"contentType\": \"%s\", \"sizeBytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(contentType, size, sha256));
    }

    public Reply offer(Turn turn, Wav sound) {
        return offer(turn, "audio/wav", sound.bytes().length, sound.sha256());
    }

    /// Sends to S3 what an offer said.
    public Reply upload(JsonNode offer, byte[] bytes) {
        return upload(offer, offer.path("url").asText(), bytes);
    }

    /// The same, to another address.
    public Reply upload(JsonNode offer, String url, byte[] bytes) {
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
        for (Map.Entry<String, JsonNode> header : offer.path("headers").properties()) {
            request.header(header.getKey(), header.getValue().asText());
        }
        return send(request);
    }

    /// @param key that was offered; null speaks of the last one
    public Reply told(Turn turn, String key) {
        String body = key == null ? "{}" : "{\"key\": \"%s\"}".formatted(key);
        return json("POST", turn.path() + "/audio/learner:uploaded", body);
    }

    public Reply put(Turn turn, byte[] bytes) {
        return put(turn, "audio/wav", BodyPublishers.ofByteArray(bytes));
    }

    public Reply put(Turn turn, String contentType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(URI.create(service.get() + turn.path() + "/audio/learner"))
                .header("Content-Type", contentType)
                .PUT(body));
    }

    /// The bytes as the service gives them out itself.
    public Reply get(Turn turn) {
        return send(HttpRequest.newBuilder(URI.create(service.get() + turn.path() + "/audio/learner?redirect=false"))
                .GET());
    }

    /// How far a turn's sound has come.
    public String state(Turn turn) {
        Reply sides = send(HttpRequest.newBuilder(URI.create(service.get() + turn.path() + "/audio"))
                .GET());
        return sides.json().path("items").path(0).path("state").asText(sides.toString());
    }

    /// Whatever else there is to ask of the service.
    public Reply json(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(service.get() + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            return new Reply(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Retry-After").isPresent());
        } catch (IOException e) {
            return new Reply(0, new byte[0], false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
