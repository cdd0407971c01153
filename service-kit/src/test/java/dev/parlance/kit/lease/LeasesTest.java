package dev.parlance.kit.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class LeasesTest {
    @Inject
    Leases leases;

    @Inject
    Jdbi jdbi;

    @Test
    void aLeaseIsHeldByOneUntilItRunsOut() {
        String name = "lease-" + UUID.randomUUID();
        Leases other = new Leases(jdbi);
        assertThat(leases.acquire(name, Duration.ofMinutes(1))).isTrue();
        assertThat(leases.acquire(name, Duration.ofMinutes(1))).isTrue();
        assertThat(other.acquire(name, Duration.ofMinutes(1))).isFalse();
        assertThat(leases.acquire(name, Duration.ofMillis(-1))).isTrue();
        assertThat(other.acquire(name, Duration.ofMinutes(1))).isTrue();
        other.release(name);
        assertThat(leases.acquire(name, Duration.ofMinutes(1))).isTrue();
    }
}
