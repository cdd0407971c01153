package dev.parlance.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The test vectors of FIPS 180: ids and stored hashes depend on these digests, so they must not change.
class DigestTest {
    private static final byte[] ABC = "abc".getBytes(UTF_8);
    private static final byte[] SHA_256_OF_ABC =
            HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    @Test
    void theDigestsAreThoseOfTheStandard() {
        assertThat(Digest.SHA_1.of(ABC)).isEqualTo(HexFormat.of().parseHex("a9993e364706816aba3e25717850c26c9cd0d89d"));
        assertThat(Digest.SHA_256.of(ABC)).isEqualTo(SHA_256_OF_ABC);
    }

    @Test
    void partsAreDigestedAsIfTheyWereOne() {
        assertThat(Digest.SHA_256.of("a".getBytes(UTF_8), new byte[0], "bc".getBytes(UTF_8)))
                .isEqualTo(SHA_256_OF_ABC);
    }

    @Test
    void aDigestInProgressDoesNotChangeAnother() {
        // Given
        MessageDigest own = Digest.SHA_256.newDigest();
        // When
        own.update(ABC);
        // Then
        assertThat(Digest.SHA_256.of(ABC)).isEqualTo(SHA_256_OF_ABC);
        assertThat(own.digest()).isEqualTo(SHA_256_OF_ABC);
    }
}
