package dev.parlance.conversation.audio.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UrlSignerTest {
    private static final Instant THEN = Instant.parse("2013-05-24T00:00:00Z");

    private final UrlSigner signer = new UrlSigner(
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "us-east-1",
            Clock.fixed(THEN, ZoneOffset.UTC));

    @Test
    void theExampleOfTheAwsManualHasItsSignature() {
        // When
        SignedRequest signed = signer.sign(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com"),
                "test.txt",
                Map.of(),
                Map.of(),
                Duration.ofDays(1));
        // Then
        assertThat(signed.url().getQuery())
                .endsWith("X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
        assertThat(signed.expiresAt()).isEqualTo(THEN.plus(Duration.ofDays(1)));
    }

    @Test
    void theLengthIsSignedAndLeftToTheClientToSend() {
        // When
        SignedRequest signed = signer.sign(
                "PUT",
                URI.create("http://localhost:9000"),
                "bucket/a key",
                Map.of("Content-Length", "5", "Content-Type", "audio/wav"),
                Map.of(),
                Duration.ofMinutes(5));
        // Then
        assertThat(signed.url().toString())
                .startsWith("http://localhost:9000/bucket/a%20key?")
                .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
        assertThat(signed.headers()).containsOnlyKeys("Content-Type");
    }
}
