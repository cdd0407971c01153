package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.benchmark.installation.Failure;
import dev.parlance.contract.Digest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A client app that sends sound. Whatever is not answered as it should be ends the benchmark.
public final class SoundClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAV_HEAD = 44;
    private static final int RATE = 16_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;

    /// @param service the address of conversation-service
    public SoundClient(String service) {
        this.service = service;
    }

    /// Where sound belongs.
    public record Turn(UUID conversation, UUID turn) {
        String path() {
            return "/v1/conversations/%s/turns/%s".formatted(conversation, turn);
        }
    }

    /// What the service says is to be sent to S3.
    public record Offer(JsonNode request) {}

    /// Noise in the container that it claims, of so many bytes in all.
    public static byte[] wav(int size) {
        var noise = new byte[size - WAV_HEAD];
        new Random(size).nextBytes(noise);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(size - 8).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
        bytes.put(ascii("data")).putInt(noise.length).put(noise);
        return bytes.array();
    }

    /// A turn that begins as sound alone.
    public Turn say() {
        var turn = new Turn(UUID.randomUUID(), UUID.randomUUID());
        expect(201, json("PUT", "/v1/conversations/" + turn.conversation(), "{\"learnerId\": \"bench-audio\"}"));
        expect(201, json("PUT", turn.path(), "{\"audio\": [\"learner\"]}"));
        return turn;
    }

    /// Sends the bytes through the service, evenly over this time.
    public void put(Turn turn, byte[] sound, Duration over) {
        BodyPublisher body = over.isZero()
                ? BodyPublishers.ofByteArray(sound)
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Slow(sound, over)), sound.length);
        expect(
                201,
                send(HttpRequest.newBuilder(URI.create(service + turn.path() + "/audio/learner"))
                        .header("Content-Type", "audio/wav")
                        .PUT(body)));
    }

    public Offer offer(Turn turn, byte[] sound) {
        HttpResponse<byte[]> answer = json(
                "POST",
                turn.path() + "/audio/learner:upload",
                "{\"contentType\": \"audio/wav\", \"sizeBytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(sound.length, HexFormat.of().formatHex(Digest.SHA_256.of(sound))));
        return new Offer(read(expect(200, answer)));
    }

    public void upload(Offer offer, byte[] sound) {
        var request = HttpRequest.newBuilder(
                        URI.create(offer.request().get("url").asText()))
                .PUT(BodyPublishers.ofByteArray(sound));
        for (Map.Entry<String, JsonNode> header : offer.request().get("headers").properties()) {
            request.header(header.getKey(), header.getValue().asText());
        }
        expect(200, send(request));
    }

    public void told(Turn turn) {
        expect(200, json("POST", turn.path() + "/audio/learner:uploaded", "{}"));
    }

    public boolean isAvailable(Turn turn) {
        JsonNode sides = read(expect(
                200,
                send(HttpRequest.newBuilder(URI.create(service + turn.path() + "/audio"))
                        .GET())));
        return sides.path("items").path(0).path("state").asText().equals("available");
    }

    private HttpResponse<byte[]> json(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw Failure.failed("A request with sound was not answered (%s).".formatted(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("Stopped.");
        }
    }

    private static HttpResponse<byte[]> expect(int status, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != status) {
            throw Failure.failed("A request with sound was answered %d: %s"
                    .formatted(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer;
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw Failure.failed("An answer was not JSON.");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Bytes that come evenly over a time, as over a slow line.
    private static final class Slow extends FilterInputStream {
        private static final int STEP = 16 << 10;

        private final int size;
        private final long nanos;
        private final long begun = System.nanoTime();
        private long read;

        Slow(byte[] bytes, Duration over) {
            super(new ByteArrayInputStream(bytes));
            this.size = bytes.length;
            this.nanos = over.toNanos();
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int some = super.read(into, at, Math.min(length, STEP));
            read += Math.max(some, 0);
            long due = begun + nanos * read / size;
            try {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            return some;
        }
    }
}
