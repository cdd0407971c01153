package dev.parlance.conversation.audio.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a real S3.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class ObjectStoreTest {
    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final String keyPrefix = "test/" + UUID.randomUUID() + "/";

    @Inject
    ObjectStore store;

    @BeforeEach
    void makeBucket() {
        store.createBucketIfMissing();
    }

    @Test
    void anObjectIsReadWholeAndInRanges() throws IOException {
        // When
        store.put(keyPrefix + "a", content(BYTES));
        // Then
        assertThat(read(store.get(keyPrefix + "a").orElseThrow())).isEqualTo("0123456789");
        assertThat(read(store.get(keyPrefix + "a", new ByteRange(2, 4)).orElseThrow()))
                .isEqualTo("234");
        StoredObject head = store.head(keyPrefix + "a").orElseThrow();
        assertThat(head.size()).isEqualTo(BYTES.length);
        assertThat(head.contentType()).isEqualTo("audio/wav");
        assertThat(head.metadata()).containsEntry("turn-id", "t1");
    }

    @Test
    void aMissingObjectIsEmpty() {
        assertThat(store.head(keyPrefix + "nothing")).isEmpty();
        assertThat(store.get(keyPrefix + "nothing")).isEmpty();
        assertThat(store.copy(keyPrefix + "nothing", keyPrefix + "b", "audio/wav", Map.of()))
                .isFalse();
        store.delete(keyPrefix + "nothing");
    }

    @Test
    void aCopyHasTheBytesAndItsOwnMetadata() throws IOException {
        // Given
        store.put(keyPrefix + "a", content(BYTES));
        // When
        boolean copied = store.copy(keyPrefix + "a", keyPrefix + "b", "audio/ogg", Map.of("turn-id", "t2"));
        // Then
        assertThat(copied).isTrue();
        assertThat(read(store.get(keyPrefix + "b").orElseThrow())).isEqualTo("0123456789");
        StoredObject head = store.head(keyPrefix + "b").orElseThrow();
        assertThat(head.contentType()).isEqualTo("audio/ogg");
        assertThat(head.metadata()).containsEntry("turn-id", "t2");
    }

    @Test
    void objectsAreListedInTheOrderOfTheirKeysPageByPage() throws IOException {
        // Given
        for (String name : List.of("c", "a", "d", "b", "e")) {
            store.put(keyPrefix + name, content(BYTES));
        }
        store.delete(keyPrefix + "d");
        // When
        List<StoredObject> first = store.list(keyPrefix, "", 3);
        List<StoredObject> second = store.list(keyPrefix, first.getLast().key(), 3);
        // Then
        assertThat(first)
                .extracting(StoredObject::key)
                .containsExactly(keyPrefix + "a", keyPrefix + "b", keyPrefix + "c");
        assertThat(second).extracting(StoredObject::key).containsExactly(keyPrefix + "e");
        assertThat(first.getFirst().size()).isEqualTo(BYTES.length);
    }

    @Test
    void aSignedRequestStoresExactlyWhatWasSigned() throws Exception {
        // Given
        SignedRequest signed = store.signedPut(keyPrefix + "a", content(BYTES), FIVE_MINUTES);
        // When
        int longer = send(signed, "0123456789x".getBytes(StandardCharsets.US_ASCII));
        int exact = send(signed, BYTES);
        // Then
        assertThat(longer).isEqualTo(403);
        assertThat(exact).isEqualTo(200);
        assertThat(store.head(keyPrefix + "a").orElseThrow().metadata()).containsEntry("turn-id", "t1");
    }

    @Test
    void aSignedUrlReturnsTheBytesWithTheirType() throws Exception {
        // Given
        store.put(keyPrefix + "a", content(BYTES));
        // When
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(store.signedGet(keyPrefix + "a", "audio/wav", FIVE_MINUTES)
                                        .url())
                                .header("Range", "bytes=1-3")
                                .build(),
                        BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("123");
        assertThat(answer.headers().firstValue("Content-Type")).contains("audio/wav");
    }

    @Test
    void aStreamThatFailsStoresNothingAndItsExceptionIsThrown() {
        // Given
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        // When
        assertThatThrownBy(() -> store.put(keyPrefix + "a", new Content(broken, 10, "audio/wav", Map.of())))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        // Then
        assertThat(store.head(keyPrefix + "a")).isEmpty();
    }

    private static Content content(byte[] bytes) {
        return new Content(new ByteArrayInputStream(bytes), bytes.length, "audio/wav", Map.of("turn-id", "t1"));
    }

    private static int send(SignedRequest signed, byte[] bytes) throws Exception {
        var request = HttpRequest.newBuilder(signed.url()).PUT(BodyPublishers.ofByteArray(bytes));
        signed.headers().forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String read(InputStream bytes) throws IOException {
        try (bytes) {
            return new String(bytes.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
