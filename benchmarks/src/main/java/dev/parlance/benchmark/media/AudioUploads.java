package dev.parlance.benchmark.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.platform.client.AudioClient;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.Wav;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Uploads audio; a response with an unexpected status ends the benchmark.
public final class AudioUploads {
    private static final int SAMPLE_RATE_HZ = 16_000;

    private final AudioClient client;

    /// @param service base URL of conversation-service
    public AudioUploads(String service) {
        this.client = new AudioClient(() -> service, Duration.ofSeconds(60));
    }

    /// @param size in bytes, with the header
    public static Wav randomWav(int size) {
        return Wav.of(new Random(size), size, SAMPLE_RATE_HZ);
    }

    /// Starts a conversation with a turn that has audio and no text yet.
    public AudioTurn createTurn() {
        AudioTurn turn = AudioTurn.random();
        client.putTurn(turn, "bench-audio").requireStatus(201);
        return turn;
    }

    /// Sends the bytes through the service, evenly over this time.
    public void uploadThroughService(AudioTurn turn, Wav audio, Duration duration) {
        BodyPublisher body = duration.isZero()
                ? BodyPublishers.ofByteArray(audio.bytes())
                : BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new ThrottledInputStream(audio.bytes(), duration)),
                        audio.bytes().length);
        client.putAudio(turn, "audio/wav", body).requireStatus(201);
    }

    /// @return the presigned request to S3
    public JsonNode requestUpload(AudioTurn turn, Wav audio) {
        return client.requestUpload(turn, audio).requireStatus(200).json();
    }

    public void upload(JsonNode presigned, Wav audio) {
        client.upload(presigned, audio.bytes()).requireStatus(200);
    }

    public void completeUpload(AudioTurn turn) {
        client.completeUpload(turn, null).requireStatus(200);
    }

    public boolean isAvailable(AudioTurn turn) {
        return client.uploadState(turn).equals("available");
    }

    /// Delivers its bytes evenly over a time, as a slow network would.
    private static final class ThrottledInputStream extends FilterInputStream {
        private static final int MAX_READ_BYTES = 16 << 10;

        private final int size;
        private final long nanos;
        private final long begun = System.nanoTime();
        private long read;

        ThrottledInputStream(byte[] bytes, Duration duration) {
            super(new ByteArrayInputStream(bytes));
            this.size = bytes.length;
            this.nanos = duration.toNanos();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, Math.min(length, MAX_READ_BYTES));
            read += Math.max(count, 0);
            long due = begun + nanos * read / size;
            try {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            return count;
        }
    }
}
