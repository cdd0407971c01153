package dev.parlance.conversation;

import static io.restassured.RestAssured.given;

import dev.parlance.conversation.sound.Sounds;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// The public calls about sound, as a client app makes them.
final class AudioApi {
    private final String conversation = Api.aConversation();
    private final String turn = Api.id();

    private AudioApi(Integer durationMs) {
        Api.putTurn(conversation, turn, """
                {"audio": ["learner", "reply"], "durationMs": %s}
                """.formatted(durationMs)).then().statusCode(201);
    }

    /// Of a turn of its own that begins as sound alone.
    static AudioApi ofATurn() {
        return new AudioApi(null);
    }

    /// The same, where the client says for how long.
    static AudioApi ofATurnThatTook(int durationMs) {
        return new AudioApi(durationMs);
    }

    String conversation() {
        return conversation;
    }

    String turn() {
        return turn;
    }

    String path(String side) {
        return "/v1/conversations/%s/turns/%s/audio%s".formatted(conversation, turn, side);
    }

    Response offer(String contentType, byte[] sound) {
        return offer(contentType, sound.length, Sounds.sha256(sound));
    }

    Response offer(String contentType, long size, String sha256) {
        return Api.post(path("/learner:upload"), """
                {"contentType": "%s", "sizeBytes": %d, "sha256": "%s"}
                """.formatted(contentType, size, sha256));
    }

    /// Sends to S3 what was offered.
    static int upload(Response offer, byte[] bytes) {
        var request = HttpRequest.newBuilder(URI.create(offer.jsonPath().getString("url")))
                .PUT(BodyPublishers.ofByteArray(bytes));
        Map<String, String> headers = offer.jsonPath().getMap("headers");
        headers.forEach(request::header);
        return send(request).statusCode();
    }

    Response told(String body) {
        return Api.post(path("/learner:uploaded"), body);
    }

    Response put(String contentType, byte[] bytes) {
        return put("/learner", contentType, bytes);
    }

    Response put(String side, String contentType, byte[] bytes) {
        return given().contentType(contentType).body(bytes).put(path(side));
    }

    /// A lot of bytes, not by REST Assured: it writes down what it sends, number by number, in case that the answer is
    /// another than was expected.
    HttpResponse<byte[]> putMuch(String contentType, byte[] bytes) {
        return send(HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path("/learner")))
                .header("Content-Type", contentType)
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    Response get(String query) {
        return given().redirects().follow(false).urlEncodingEnabled(false).get(path("/learner") + query);
    }

    Response sides() {
        return Api.get(path(""));
    }

    /// What an address gives to anybody.
    static byte[] bytes(String url) {
        return send(HttpRequest.newBuilder(URI.create(url))).body();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
