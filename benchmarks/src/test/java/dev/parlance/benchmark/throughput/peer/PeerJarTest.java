package dev.parlance.benchmark.throughput.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.platform.host.PlatformFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerJarTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path home;

    private PeerJar jar;

    @BeforeEach
    void sources() throws IOException {
        jar = new PeerJar(home);
        file("benchmarks/peer/pom.xml", NOON.minusSeconds(60));
        file("benchmarks/peer/src/main/java/Peer.java", NOON.minusSeconds(60));
    }

    @Test
    void aPeerThatWasNeverBuiltIsStale() {
        assertThat(jar.isStale()).isTrue();
    }

    @Test
    void aPeerYoungerThanItsSourcesStays() throws IOException {
        Path built = file("benchmarks/peer/target/peer.jar", NOON);

        assertThat(jar.isStale()).isFalse();
        assertThat(jar.requireBuilt(true)).isEqualTo(built);
    }

    @Test
    void aPeerOlderThanASourceOrItsPomIsStale() throws IOException {
        file("benchmarks/peer/target/peer.jar", NOON);
        file("benchmarks/peer/src/main/resources/application.yaml", NOON.plusSeconds(1));
        assertThat(jar.isStale()).isTrue();

        file("benchmarks/peer/src/main/resources/application.yaml", NOON.minusSeconds(1));
        file("benchmarks/peer/pom.xml", NOON.plusSeconds(1));
        assertThat(jar.isStale()).isTrue();
    }

    @Test
    void whoMayNotBuildTakesWhatIsThereOrIsToldHowToBuildIt() throws IOException {
        assertThatThrownBy(() -> jar.requireBuilt(false))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("./mvnw -Ppeer");

        Path built = file("benchmarks/peer/target/peer.jar", NOON.minusSeconds(3600));

        assertThat(jar.requireBuilt(false)).isEqualTo(built);
    }

    private Path file(String name, Instant changed) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return file;
    }
}
