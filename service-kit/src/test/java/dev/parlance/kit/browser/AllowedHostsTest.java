package dev.parlance.kit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    private static final Optional<List<String>> NONE = Optional.empty();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "10.1.2.3", "[::1]", "::1", "[fe80::1]"})
    void localhostAndAddressesAreAlwaysServed(String host) {
        assertThat(AllowedHosts.of(NONE, "127.0.0.1").allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "parlance.example", ""})
    void anotherNameIsNotServedOnALoopbackAddress(String host) {
        assertThat(AllowedHosts.of(NONE, "127.0.0.1").allows(host)).isFalse();
        assertThat(AllowedHosts.of(NONE, "localhost").allows(host)).isFalse();
    }

    @Test
    void aConfiguredNameIsServed() {
        // When
        AllowedHosts hosts = AllowedHosts.of(Optional.of(List.of("parlance.example", " Api.Example ")), "0.0.0.0");
        // Then
        assertThat(hosts.allows("PARLANCE.example")).isTrue();
        assertThat(hosts.allows("api.example")).isTrue();
        assertThat(hosts.allows("evil.example")).isFalse();
    }

    @Test
    void withoutNamesAnyIsServedWhereOtherMachinesCall() {
        assertThat(AllowedHosts.of(NONE, "0.0.0.0").allows("analysis-service")).isTrue();
        assertThat(AllowedHosts.of(Optional.of(List.of("*")), "127.0.0.1").allows("evil.example"))
                .isTrue();
    }
}
