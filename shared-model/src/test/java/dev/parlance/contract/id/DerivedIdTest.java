package dev.parlance.contract.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
    @Test
    void isUuidVersion5OfTheRfc() {
        // Given the namespace of domain names, as RFC 9562 gives it in section 6.6
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        // When
        UUID id = DerivedId.of(dns, "www.example.com");
        // Then
        assertThat(id).isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void dependsOnWhereAPartEnds() {
        assertThat(DerivedId.of("a", "bc")).isNotEqualTo(DerivedId.of("ab", "c"));
    }
}
