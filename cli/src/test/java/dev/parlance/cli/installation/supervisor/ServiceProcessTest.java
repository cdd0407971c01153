package dev.parlance.cli.installation.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.installation.Ports;
import dev.parlance.cli.installation.Service;
import dev.parlance.platform.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {
    /// A service ends what it has begun first.
    @Test
    void aServiceIsGivenTheTimeToStopThatTheDocumentsPromise() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "operations.md"))
                .replaceAll("(?s).*give a service (\\d+) s before you kill it.*", "$1");
        assertThat(ServiceProcess.STOP_GRACE_PERIOD).hasSeconds(Long.parseLong(documented));
    }

    @Test
    void aServiceGetsItsRolesAndAllAddresses() {
        Map<String, String> environment = ServiceProcess.environment(
                Service.ANALYSIS, new Ports(1, 2, 3, 4, 5, 6), new Endpoints("k:1", "jdbc:x", null, null, null, null));

        assertThat(environment)
                .containsEntry("PARLANCE_KAFKA", "k:1")
                .containsEntry("PARLANCE_DB_USER", "analysis_app")
                .containsEntry("PARLANCE_DB_OWNER_USER", "analysis_owner")
                .containsEntry("PARLANCE_HTTP_PORT", "5")
                .containsEntry("PARLANCE_SUMMARY_URL", "http://localhost:6")
                .doesNotContainKey("PARLANCE_S3_URL");
    }
}
