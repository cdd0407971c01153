package dev.parlance.cli.installation.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.installation.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @Test
    void freshDeletesOnlyData(@TempDir Path root) throws IOException {
        Home home = new Home(root);
        for (String name :
                new String[] {"kafka/log", "postgres/base", "run/up.lock", "logs/kafka.log", "postgres-18.6/bin"}) {
            Files.createDirectories(home.state().resolve(name).getParent());
            Files.writeString(home.state().resolve(name), "x");
        }

        new Leftovers(home).deleteData();

        assertThat(home.state().toFile().list()).containsExactlyInAnyOrder("run", "logs", "postgres-18.6");
    }
}
