package dev.parlance.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parlance.platform.EmbeddedPlatform;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDataTest {
    @TempDir
    private Path directory;

    @Test
    void dataOfAnotherVersionIsRefusedWithARemedy() throws IOException {
        // Given
        var data = Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        // When
        assertThatExceptionOfType(PlatformFailure.class)
                .isThrownBy(
                        () -> EmbeddedPlatform.start(new PlatformSettings(directory, 0, 0, 0, Set.of(Part.POSTGRES))))
                // Then
                .withMessageContaining("is of PostgreSQL 17 and this is PostgreSQL 18")
                .withMessageContaining("./parlance up --fresh")
                .withMessageContaining("move the directory away");
    }

    @Test
    void anotherProcessWithThePidOfAKilledPostgresIsNotTheOwner() throws IOException {
        // Given
        var foreign = ProcessHandle.current().pid();
        var lock = Files.writeString(directory.resolve("postmaster.pid"), foreign + "\n/data\n1795225195\n");
        // When
        new PostgresData(directory).removeStaleLock();
        // Then
        assertThat(lock).hasContent(Integer.MAX_VALUE + "\n/data\n1795225195\n");
    }

    @Test
    void aTruncatedLockFileHasNoOwner() throws IOException {
        Files.writeString(directory.resolve("postmaster.pid"), "");
        assertThatNoException().isThrownBy(() -> new PostgresData(directory).removeStaleLock());
    }
}
