package dev.parlance.conversation.audio.transfer;

import static io.restassured.RestAssured.given;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.testing.Api;
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

/// The public API of audio, as a client app calls it.
public final class AudioApi {
    private final String conversation = Api.createConversation();
    private final String turn = Api.id();

    private AudioApi(Integer durationMs) {
        Api.putTurn(conversation, turn, """
                {"audio": ["learner", "reply"], "durationMs": %s}
                """.formatted(durationMs)).then().statusCode(201);
    }

    /// For a new turn with audio and no text.
    public static AudioApi ofNewTurn() {
        return new AudioApi(null);
    }

    /// For a new turn whose client states the duration.
    public static AudioApi ofNewTurnLasting(int durationMs) {
        return new AudioApi(durationMs);
    }

    public String conversation() {
        return conversation;
    }

    public String turn() {
        return turn;
    }

    String path(String side) {
        return "/v1/conversations/%s/turns/%s/audio%s".formatted(conversation, turn, side);
    }

    public Response requestUpload(String contentType, byte[] audio) {
        return requestUpload(contentType, audio.length, SampleAudio.sha256(audio));
    }

    Response requestUpload(String contentType, long size, String sha256) {
        return Api.post(path("/learner:upload"), """
                {"contentType": "%s", "sizeBytes": %d, "sha256": "%s"}
                """.formatted(contentType, size, sha256));
    }

    /// Sends the offered request to S3.
    public static int upload(Response offer, byte[] bytes) {
        var request = HttpRequest.newBuilder(URI.create(offer.jsonPath().getString("url")))
                .PUT(BodyPublishers.ofByteArray(bytes));
        Map<String, String> headers = offer.jsonPath().getMap("headers");
        headers.forEach(request::header);
        return send(request).statusCode();
    }

    public Response reportUploaded(String body) {
        return Api.post(path("/learner:uploaded"), body);
    }

    public Response put(String contentType, byte[] bytes) {
        return put("/learner", contentType, bytes);
    }

    Response put(String side, String contentType, byte[] bytes) {
        return given().contentType(contentType).body(bytes).put(path(side));
    }

    /// Not by REST Assured: on a mismatch it formats the whole body, byte by byte.
    HttpResponse<byte[]> putLarge(String contentType, byte[] bytes) {
        return send(HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path("/learner")))
                .header("Content-Type", contentType)
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    public Response get(String query) {
        return given().redirects().follow(false).urlEncodingEnabled(false).get(path("/learner") + query);
    }

    public Response sides() {
        return Api.get(path(""));
    }

    /// The bytes behind a URL.
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
